import type { TrailPublicKey } from './public-keys.ts';

/** What an auditor knows about a trail beforehand. AWS signs everybody's trails with the same keys: without this, any trail would do. */
export interface TrailScope {
  /** Bucket that the trail writes into. */
  readonly bucket: string;
  /** Before `AWSLogs/`: the empty string, or names with a slash after each. */
  readonly prefix: string;
  /** Account whose calls it records. */
  readonly account: string;
  /** Region of the ledger's bucket: its chain of digests has to be there. */
  readonly region: string;
  /** Regions of the keys that are watched: what is done to a key is known there alone. */
  readonly keyRegions: readonly string[];
  readonly keys: readonly TrailPublicKey[];
  /** UTC milliseconds: the period that has to be covered without a gap. Null: from the trail's own beginning. */
  readonly since: number | null;
  readonly until: number;
}
