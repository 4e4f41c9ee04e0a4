import type { RuleResult } from '../policy/index.ts';
import type { Judgement } from './judge-change.ts';

const LABEL = /^person-([1-9][0-9]{0,5})$/;

/** Somebody whom the reasons of a decision speak of. */
export interface MeantPerson {
  readonly label: string;
  /** The platform's number for the account. */
  readonly account: string;
  readonly roles: readonly string[];
}

/**
 * Whom reasons speak of. They say `person-3`, because a decision is kept for years and names nobody; whoever reads what a run shows has to
 * know whom to ask. In the order of the numbers.
 */
export function peopleMeant(
  { people, document }: Pick<Judgement, 'people' | 'document'>,
  rules: readonly RuleResult[],
): readonly MeantPerson[] {
  return spokenOf(rules).flatMap((number) => {
    const label = `person-${number}` as const;
    const account = people.get(label);
    return account === undefined ? [] : [{ label, account, roles: document.people[label]?.roles ?? [] }];
  });
}

function spokenOf(rules: readonly RuleResult[]): number[] {
  const values = rules.flatMap(({ reasons }) => reasons.flatMap(({ params }) => Object.values(params)));
  const numbers = values.flatMap((value) => LABEL.exec(String(value))?.[1] ?? []).map(Number);
  return [...new Set(numbers)].sort((one, other) => one - other);
}
