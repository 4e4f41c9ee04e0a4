import { type RecordedChange, type Verdict, type VerdictOutcome } from '@proofrail/core/gate';
import type { MissingPermission } from '@proofrail/github';
import type { Manifest } from '@proofrail/core/policy';

/** One change with what became of it. */
export interface GatedChange {
  readonly verdict: Verdict;
  /** Null where this job writes no evidence. */
  readonly written: RecordedChange | null;
}

/** Who records the decision: by this step, by another job of the run, or, without an identity to write with, when the change is merged. */
export type Recording = 'here' | 'in-another-job' | 'at-merge';

/** How the gate ended: one change for a pull request, each of its pull requests for a merge group. */
export interface Gated {
  readonly outcome: VerdictOutcome;
  readonly changes: readonly GatedChange[];
  readonly recording: Recording;
  /** Permissions that the job lacked: what they would have shown is unknown. */
  readonly missing: readonly MissingPermission[];
  readonly manifest: Manifest;
}
