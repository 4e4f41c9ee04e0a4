import { peopleMeant, type Judgement, type MeantPerson } from '@proofrail/core/gate';
import type { RuleResult } from '@proofrail/core/policy';
import { markdownCode, markdownText } from '@proofrail/runner/escape';

const MOST_PEOPLE = 20; // more would crowd out what to do

/** Whom reasons speak of: this page is the platform's own and goes with the run. */
export function whoIsMeant(judgement: Pick<Judgement, 'people' | 'document'>, rules: readonly RuleResult[]): string {
  const known = peopleMeant(judgement, rules);
  if (known.length === 0) return '';
  const more = known.length - MOST_PEOPLE;
  const rest = more > 0 ? [`- and ${more} more`] : [];
  const heading = `**Who is meant** (${markdownCode('gh api user/ACCOUNT --jq .login')} says the name):`;
  return [heading, '', ...known.slice(0, MOST_PEOPLE).map(line), ...rest].join('\n');
}

function line({ label, account, roles }: MeantPerson): string {
  const held = roles.length === 0 ? 'no role' : roles.map(markdownText).join(', ');
  return `- ${label} is account ${markdownCode(account)} (${held})`;
}
