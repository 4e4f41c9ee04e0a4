import type { Sha256 } from '../canonical/digest.ts';
import type { BypassReason, UnverifiedReason } from './reasons.ts';

export type MergeMethod = 'squash-or-rebase' | 'rebase' | 'merge' | 'merge-group';

/** What is known about a commit that did not pass, as far as the check came. */
export interface Trail {
  readonly pullRequest: number | null;
  /** The head of that pull request. */
  readonly head: string | null;
  readonly expectedTree: string | null;
}

export interface Verified {
  readonly kind: 'verified';
  readonly method: MergeMethod;
  readonly pullRequest: number;
  readonly head: string;
  readonly expectedTree: string;
  /** The record of the decision that allowed the head. */
  readonly decision: Sha256;
  /** That decision rests on facts that were handed over. */
  readonly factsGiven: boolean;
}

export type Refused = Trail &
  (
    | { readonly kind: 'bypass'; readonly reason: BypassReason }
    | { readonly kind: 'unverified'; readonly reason: UnverifiedReason }
  );

/** `verified` is said only of what was compared; whatever could not be found out is `unverified` and counts as a finding. */
export type Verdict = Verified | Refused;

const NO_TRAIL: Trail = { pullRequest: null, head: null, expectedTree: null };

export const bypass = (reason: BypassReason, trail: Partial<Trail> = {}): Refused => ({
  ...NO_TRAIL,
  ...trail,
  kind: 'bypass',
  reason,
});

export const unverified = (reason: UnverifiedReason, trail: Partial<Trail> = {}): Refused => ({
  ...NO_TRAIL,
  ...trail,
  kind: 'unverified',
  reason,
});
