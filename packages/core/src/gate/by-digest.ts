import { sha256, type Sha256 } from '../canonical/digest.ts';

/** Files that came from another job: only what their bytes hash to says which they are. */
export const byDigest = (files: readonly Uint8Array[]): ReadonlyMap<Sha256, Uint8Array> =>
  new Map(files.map((bytes) => [sha256(bytes), bytes]));
