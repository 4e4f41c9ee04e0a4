import { decodeEntries } from './entry-bundle.ts';
import { rootOfTile } from './tile.ts';
import { TILE_WIDTH } from './tile-path.ts';
import { HASH_BYTES, leafHash } from './tree-hash.ts';

export interface CheckedTile {
  /** Hashes of the entries of a bundle, side by side: the tile of the lowest level. */
  readonly hashes: Buffer;
  /** What stands for it in the level above; null for one that is not full. */
  readonly root: Buffer | null;
}

/** The tile that follows from a bundle; null for bytes that are no bundle of so many entries. Free of order: the dear half of a check. */
export function tileOfBundle(bundle: Uint8Array, width: number): CheckedTile | null {
  const entries = decodeEntries(bundle);
  if (entries?.length !== width) return null;
  const hashes = Buffer.allocUnsafe(width * HASH_BYTES);
  for (const [at, entry] of entries.entries()) leafHash(entry).copy(hashes, at * HASH_BYTES);
  return { hashes, root: width === TILE_WIDTH ? rootOfTile(hashes) : null };
}
