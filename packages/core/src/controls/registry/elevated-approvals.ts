import { ConfigurationError } from '../../outcomes/index.ts';
import type { AskedApprovals } from './registry-draft.ts';

/** One person cannot both write a rule of the gate and be the only one to have seen it. */
const LEAST = 2;

/** What a change to the gate itself needs where a form has no words for it: the people of other changes, and one more. */
export function elevatedApprovals({ minimum, roles }: AskedApprovals): AskedApprovals {
  return { minimum: Math.max(minimum + 1, LEAST), roles };
}

/** Whether it asks for what other changes do without: more people, or somebody of another role. */
export function isElevated(asked: AskedApprovals, ordinary: AskedApprovals): boolean {
  return asked.minimum > ordinary.minimum || asked.roles.some((role) => !ordinary.roles.includes(role));
}

/**
 * What the file says; of the two keys the one that it leaves out is that of other changes. A class that every approved change satisfies
 * would look like a guard of the gate and be none.
 *
 * @throws ConfigurationError `controls/not-elevated`
 */
export function chosenElevated(
  chosen: { readonly min?: number | undefined; readonly roles?: readonly string[] | undefined },
  ordinary: AskedApprovals,
  at: string,
): AskedApprovals {
  const asked = { minimum: chosen.min ?? Math.max(ordinary.minimum, LEAST), roles: chosen.roles ?? ordinary.roles };
  if (isElevated(asked, ordinary)) return asked;
  throw new ConfigurationError('controls/not-elevated', {
    expected: `more than other changes need: a min above ${ordinary.minimum}, or a role that approvals.roles does not name`,
    found: `min ${asked.minimum}, roles ${asked.roles.join(', ') || 'none'}`,
    at,
    doThis: 'Raise approvals.elevated.min, or name a role there that is for changes to the gate itself.',
  });
}
