import type { Judgement } from '@proofrail/core/gate';
import type { RuleResult } from '@proofrail/core/policy';
import { markdownCode, markdownText } from '@proofrail/runner/escape';

const LABEL = /^person-([1-9][0-9]{0,5})$/;
const MOST_PEOPLE = 20; // more would crowd out what to do

/**
 * Whom reasons speak of. They say `person-3`, because a decision is kept for years and names nobody; this page is the platform's own and goes
 * with the run, and whoever reads it has to know whom to ask.
 */
export function whoIsMeant({ people, document }: Pick<Judgement, 'people' | 'document'>, rules: readonly RuleResult[]): string {
  const known = spokenOf(rules).flatMap((number) => {
    const label = `person-${number}` as const;
    const account = people.get(label);
    if (account === undefined) return [];
    const roles = document.people[label]?.roles ?? [];
    const held = roles.length === 0 ? 'no role' : roles.map(markdownText).join(', ');
    return [`- ${label} is account ${markdownCode(account)} (${held})`];
  });
  if (known.length === 0) return '';
  const more = known.length - MOST_PEOPLE;
  const rest = more > 0 ? [`- and ${more} more`] : [];
  const heading = `**Who is meant** (${markdownCode('gh api user/ACCOUNT --jq .login')} says the name):`;
  return [heading, '', ...known.slice(0, MOST_PEOPLE), ...rest].join('\n');
}

function spokenOf(rules: readonly RuleResult[]): number[] {
  const values = rules.flatMap(({ reasons }) => reasons.flatMap(({ params }) => Object.values(params)));
  const numbers = values.flatMap((value) => LABEL.exec(String(value))?.[1] ?? []).map(Number);
  return [...new Set(numbers)].sort((one, other) => one - other);
}
