import { bitsOf } from './right-edge.ts';
import { HASH_BYTES, nodeHash } from './tree-hash.ts';

export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * RFC 9162 2.1.4.2: whether `newer` begins with all of `older`. False for an older tree without leaves: that anything continues it
 * proves nothing.
 */
export function verifyConsistency(older: Tree, newer: Tree, proof: readonly Uint8Array[]): boolean {
  const sizes = [older.size, newer.size];
  if (!sizes.every(Number.isSafeInteger) || older.size < 1 || older.size > newer.size) return false;
  if (![older.root, newer.root, ...proof].every((hash) => hash.length === HASH_BYTES)) return false;
  if (older.size === newer.size) return proof.length === 0 && Buffer.from(older.root).equals(newer.root);
  const hashes = bitsOf(older.size) === 1 ? [older.root, ...proof] : proof;
  const [first, ...rest] = hashes.map(Buffer.from);
  if (first === undefined || proof.length === 0) return false;
  let [place, last] = [older.size - 1, newer.size - 1];
  while (place % 2 === 1) [place, last] = [(place - 1) / 2, Math.floor(last / 2)];
  let before: Buffer = first;
  let after: Buffer = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (place % 2 === 0 && place > 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      after = nodeHash(after, hash);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && before.equals(older.root) && after.equals(newer.root);
}
