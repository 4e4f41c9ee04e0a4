import type { Fact } from '@proofrail/core/context';
import * as v from 'valibot';
import type { BranchRule } from './branch-rules.ts';

export const classicRule = v.object({ requiredApprovingReviewCount: v.nullable(v.number()), blocksCreations: v.boolean() });
/** What classic protection says of a branch to whoever may read the repository. */
export type ClassicRule = Readonly<v.InferOutput<typeof classicRule>>;

/**
 * Whether nothing comes to a branch that only its author has seen, so that the branch may say what changes into it need (gate.md I3).
 * Two things at once: nobody makes the branch, or makes it anew, from commits of their own, because rules about pushes do not hold
 * while a branch is made; and nothing is pushed to it without a review. Whoever may write can meet every other rule alone: a merge queue
 * and a pull request without approvals take the author's own, required checks are what a workflow of the author's reports, and
 * "nobody deletes it" keeps nobody from pushing. Who bypasses a rule is not seen here: that is doctor's to name (I12).
 */
export function isGuarded(rules: Fact<readonly BranchRule[]>, classic: ClassicRule | null): boolean {
  const inForce = rules.known ? rules.value : [];
  const closed = inForce.some(({ type }) => type === 'creation') || classic?.blocksCreations === true;
  const reviewed = inForce.some(keepsUnreviewedOut) || (classic?.requiredApprovingReviewCount ?? 0) > 0;
  return closed && reviewed;
}

function keepsUnreviewedOut({ type, parameters }: BranchRule): boolean {
  const approvals = parameters?.['required_approving_review_count'];
  if (type === 'pull_request') return typeof approvals === 'number' && approvals > 0;
  // Only bypass actors push; in a fork this parameter lets everybody else bring what its parent has.
  return type === 'update' && parameters?.['update_allows_fetch_and_merge'] !== true;
}
