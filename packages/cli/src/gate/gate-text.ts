import {
  firstThingsFirst,
  isInTheWay,
  notAsked,
  remediesOf,
  renderReason,
  type Decision,
  type Manifest,
  type RuleResult,
} from '@proofrail/core/policy';
import { scansOnTheirWord } from '@proofrail/core/context';
import { peopleMeant, type Judgement } from '@proofrail/core/gate';
import { retentionText } from '@proofrail/core/controls';
import { counted } from '@proofrail/core/text';
import type { Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table, type Cell } from '../terminal/table.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import type { GateAnswer } from './gate-answer.ts';

/** Ten seconds of reading: may it pass, which control it breaks, and what to do first. */
export function gateText({ judgement, manifest, recorded, retention }: GateAnswer, page: Page): string {
  const { decision } = judgement;
  const { style } = page;
  const rules = firstThingsFirst(decision.rules, manifest);
  const width = page.columns === undefined ? {} : { columns: page.columns };
  const blocks = [
    headline(decision, style),
    table(
      rules.flatMap((rule) => rowsOf(rule, manifest, style)),
      width,
    ),
    thingsToDo(decision, rules, manifest, style),
    whoIsMeant(judgement, rules, style),
    table(closing(judgement, { recorded, retention }).map(([name, text]) => [{ text: name, look: style.quiet }, text])),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function headline({ outcome, provisional, cause, error, rules }: Decision, style: Style): string {
  if (cause === 'error') return `${style.bad('DENIED')}  ${notAsked({ rules })}: ${shown(error?.message ?? 'no reason given')}`;
  if (provisional) return `${style.caution('PROVISIONAL')}  only reviews are missing; the merge queue judges this change again`;
  const broken = rules.filter(isInTheWay).length;
  return outcome === 'allow'
    ? `${style.good('ALLOWED')}  none of ${counted(rules.length, 'rule')} stands in the way`
    : `${style.bad('DENIED')}  ${broken} of ${counted(rules.length, 'rule')} ${broken === 1 ? 'stands' : 'stand'} in the way`;
}

/** A row for each reason: joined, they are the longest lines of the page and the ones that matter most. */
function rowsOf(rule: RuleResult, manifest: Manifest, style: Style): (Cell | string)[][] {
  const reasons = rule.reasons.map((reason) => renderReason(manifest, rule.id, reason));
  const [first = '', ...others] = [...(rule.exception === null ? [] : [`waived by exception ${rule.exception}`]), ...reasons];
  return [
    [status(rule, style), shown(rule.id), { text: shown(rule.controls.join(' ')), look: style.quiet }, shown(first)],
    ...others.map((reason) => ['', '', '', shown(reason)]),
  ];
}

function status({ status: word, mode }: RuleResult, style: Style): Cell {
  const suffix = mode === 'enforce' ? '' : ` (${mode})`;
  switch (word) {
    case 'pass':
      return { text: 'pass', look: style.good };
    case 'not_applicable':
      return { text: 'n/a', look: style.quiet };
    case 'waived':
      return { text: 'waived', look: style.caution };
    case 'unknown':
    case 'fail':
      return { text: `${word}${suffix}`, look: mode === 'enforce' ? style.bad : style.caution };
  }
}

function thingsToDo({ error }: Decision, rules: readonly RuleResult[], manifest: Manifest, style: Style): string {
  if (error !== null) return '';
  const advice = rules.filter(isInTheWay).flatMap((rule) => remediesOf(rule, manifest));
  const distinct = [...new Set(advice)].map((text) => `  - ${shown(text)}`);
  return distinct.length === 0 ? '' : [style.strong('Do this:'), ...distinct].join('\n');
}

/** Whom the reasons of rules that did not pass speak of, as the page of the action says it: labels alone leave nobody to ask. */
function whoIsMeant(judgement: Judgement, rules: readonly RuleResult[], style: Style): string {
  const meant = peopleMeant(judgement, rules.filter(isInTheWay));
  if (meant.length === 0) return '';
  const lines = meant.map(
    ({ label, account, roles }) => `  - ${label} is account ${shown(account)} (${shown(roles.join(', ') || 'no role')})`,
  );
  return [`${style.strong('Who is meant')} (gh api user/ACCOUNT --jq .login says the name):`, ...lines].join('\n');
}

function closing(
  { decision: { facts }, document, configuration: { preset } }: Judgement,
  { recorded, retention }: Pick<GateAnswer, 'recorded' | 'retention'>,
): [string, string][] {
  return [
    ...(facts === 'given' ? [['facts', 'facts given, not read'] as [string, string]] : []),
    ...scansOnTheirWord(document).map((scanner): [string, string] => ['on its word', `${shown(scanner)} lists no rules`]),
    ...(preset === null ? [] : [['preset', shown(preset)] as [string, string]]),
    ...(recorded === null ? [['evidence', 'not recorded'] as [string, string]] : recordedLines(recorded)),
    ...(retention === null ? [] : [['retention', retentionText(retention)] as [string, string]]),
  ];
}
