import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import type { RecordedFacts } from './recorded-facts.ts';
import { unknownFacts } from './unknown-facts.ts';

/** Where everything lies, what could not be read, and the command that comes next. */
export function factsText(recorded: RecordedFacts, { style, columns }: Page): string {
  const { layout, collected, reports, policy } = recorded;
  const { repository, change } = collected.facts;
  const places = table([
    ['change', `${shown(repository.name)}#${change.number ?? ''}, head ${change.head.commit}`],
    ['facts', shown(layout.facts)],
    ['reports', `${shown(layout.reports)}, ${counted(reports.length, 'file')}`],
    ['policy', policy.problem === null ? shown(layout.configuration) : { text: policy.problem.code, look: style.bad }],
  ]);
  const unknown = table(
    unknownFacts(collected.facts).map(({ fact, why }) => [{ text: 'unknown', look: style.caution }, `${fact}: ${why}`]),
    columns === undefined ? {} : { columns },
  );
  const missing = collected.missing.map(({ yaml }) => yaml).join('\n');
  const next = `proofrail gate --facts ${shown(layout.facts)} --reports ${shown(layout.reports)} --config ${shown(layout.configuration)} --ledger none`;
  return [
    places,
    unknown,
    missing === '' ? '' : `${style.caution('the token lacks')}\n${missing}`,
    policy.problem === null ? `judge it: ${next}` : `do this: ${policy.problem.doThis}`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
