import { rootOfTile } from './tile.ts';
import { TILE_WIDTH } from './tile-path.ts';
import { HASH_BYTES, hashInto, LEAF_PREFIX } from './tree-hash.ts';

export interface CheckedTile {
  /** Hashes of the entries of a bundle, side by side: the tile of the lowest level. */
  readonly hashes: Buffer;
  /** What stands for it in the level above; null for one that is not full. */
  readonly root: Buffer | null;
}

/** The tile that follows from a bundle; null for bytes that are no bundle of so many entries. */
export function tileOfBundle(bundle: Uint8Array, width: number): CheckedTile | null {
  const bytes = Buffer.from(bundle); // a copy: see below
  const hashes = Buffer.allocUnsafe(width * HASH_BYTES);
  let start = 0;
  for (let entry = 0; entry < width; entry++) {
    if (start + 2 > bytes.length) return null;
    const end = start + 2 + bytes.readUInt16BE(start);
    if (end > bytes.length) return null;
    bytes[start + 1] = LEAF_PREFIX; // over the length, which was read: so no entry need be moved to be hashed
    hashInto(bytes.subarray(start + 1, end), hashes, entry * HASH_BYTES);
    start = end;
  }
  if (start !== bytes.length) return null;
  return { hashes, root: width === TILE_WIDTH ? rootOfTile(hashes) : null };
}
