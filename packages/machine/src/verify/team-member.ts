import type { Inspector } from '@proofrail/core/ledger';

/** One of those who inspect a ledger side by side. */
export interface TeamMember extends Inspector {
  /** Batches that it was asked for and has not answered yet. */
  readonly waiting: number;
}
