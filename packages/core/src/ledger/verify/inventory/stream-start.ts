import type { Sha256 } from '../../../canonical/digest.ts';
import type { RecordName } from '../../layout.ts';

/** Where a walk begins that need not begin at the first slot: everything up to here was verified before, and sealed. */
export interface StreamStart {
  readonly seq: number;
  /** SHA-256 of the raw bytes of slot `seq`; null: there was no slot yet. */
  readonly digest: Sha256 | null;
  /** Records from the floor of that slot on that slots up to it list, ascending. */
  readonly committed: readonly RecordName[];
  readonly floor: RecordName;
}
