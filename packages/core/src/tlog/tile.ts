import { HASH_BYTES, nodeHash } from './tree-hash.ts';

export const hashAt = (tile: Buffer, index: number): Buffer => tile.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);

export const widthOf = (tile: Buffer): number => tile.length / HASH_BYTES;

/** Root of the tree over the hashes of a tile from `start` on, as many as a power of two says. */
export function rootWithin(tile: Buffer, start: number, count: number): Buffer {
  if (count === 1) return hashAt(tile, start);
  const half = count / 2;
  return nodeHash(rootWithin(tile, start, half), rootWithin(tile, start + half, half));
}

/** What stands for a full tile in the level above. */
export const rootOfTile = (tile: Buffer): Buffer => rootWithin(tile, 0, widthOf(tile));
