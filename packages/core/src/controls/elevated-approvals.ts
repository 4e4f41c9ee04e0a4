import type { AskedApprovals } from './registry-draft.ts';

/** One person cannot both write a rule of the gate and be the only one to have seen it. */
const LEAST = 2;

/** What a change to the gate's own foundations needs where the file does not say it: as other changes, and by two people at least. */
export function elevatedApprovals(
  ordinary: AskedApprovals,
  asked: { readonly min?: number | undefined; readonly roles?: readonly string[] | undefined } = {},
): AskedApprovals {
  return { minimum: asked.min ?? Math.max(ordinary.minimum, LEAST), roles: asked.roles ?? ordinary.roles };
}
