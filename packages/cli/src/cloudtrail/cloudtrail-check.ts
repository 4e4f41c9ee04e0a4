import type { TrailScope, TrailVerification } from '@proofrail/audit/cloudtrail';
import type { LedgerLocation } from '@proofrail/machine';

/** What was checked, for both ways to show it. */
export interface CloudTrailCheck {
  readonly scope: TrailScope;
  readonly location: LedgerLocation;
  readonly ledger: string;
  /** `none`, or whose records may give reasons. */
  readonly trust: string;
  readonly verification: TrailVerification;
}
