import { HASH_BYTES, hashPairInto } from './tree-hash.ts';

export const hashAt = (tile: Buffer, index: number): Buffer => tile.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);

export const widthOf = (tile: Buffer): number => tile.length / HASH_BYTES;

/** Root of the tree over the hashes of a tile from `start` on, as many as a power of two says. */
export function rootWithin(tile: Buffer, start: number, count: number): Buffer {
  const hashes = Buffer.from(tile.subarray(start * HASH_BYTES, (start + count) * HASH_BYTES));
  for (let width = count; width > 1; width /= 2) {
    for (let at = 0; at < width / 2; at++) hashPairInto(hashes, at * 2 * HASH_BYTES, hashes, at * HASH_BYTES);
  }
  return hashes.subarray(0, HASH_BYTES);
}

/** What stands for a full tile in the level above. */
export const rootOfTile = (tile: Buffer): Buffer => Buffer.from(rootWithin(tile, 0, widthOf(tile)));
