import type { Sha256 } from '../../canonical/digest.ts';
import type { SealTimes } from './seal-times.ts';

/** What the seals of a ledger say of its past, once they were followed. */
export interface LogHistory extends SealTimes {
  /** Entries up to its newest checkpoint; null: it could not be followed so far, and the findings say why. */
  readonly size: number | null;
  /** Of smaller checkpoints nothing is known here: they were verified before. */
  readonly from: number;
  /** Whether somebody outside says of any seal by when it was there. */
  readonly isTimed: boolean;
  /** Null: the log never had a checkpoint of so many entries. */
  checkpointAt(size: number): PastCheckpoint | null;
}

export interface PastCheckpoint {
  readonly root: Sha256;
  /** UTC milliseconds before which nobody could know it, by the word of who sealed, or of an outsider who saw it earlier. */
  readonly since: number;
}

/** A ledger without seals. */
export const NO_HISTORY: LogHistory = { size: 0, from: 0, isTimed: false, checkpointAt: () => null, sealedBy: () => null };
