import { hash } from 'node:crypto';

// RFC 6962 2.1: leaves and inner nodes begin with different bytes, so that neither can be taken for the other. Hashes are 32 bytes in
// flat Buffers: a log has two for every record, and an object for each would cost more than the hashing.

/** Of SHA-256. */
export const HASH_BYTES = 32;
/** Root of a tree without leaves. */
export const EMPTY_ROOT = hash('sha256', '', 'buffer');
/** What a leaf's entry stands behind when it is hashed. */
export const LEAF_PREFIX = 0;

const NODE_PREFIX = 1;
const LONGEST_ENTRY = 65_535; // tlog-tiles: an entry's length is a uint16
const leaf = Buffer.alloc(1 + LONGEST_ENTRY, LEAF_PREFIX);
const node = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** RangeError for an entry that no bundle can hold. */
export function leafHash(entry: Uint8Array): Buffer {
  if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes`);
  leaf.set(entry, 1);
  return hashInto(leaf.subarray(0, 1 + entry.length), Buffer.allocUnsafe(HASH_BYTES), 0);
}

/** The hash of an inner node over those of its two children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hashInto(node, Buffer.allocUnsafe(HASH_BYTES), 0);
}

/** The node over the two hashes that lie side by side in `pairs` from byte `from` on, written to `target`, which may be the same. */
export function hashPairInto(pairs: Buffer, from: number, target: Buffer, at: number): void {
  pairs.copy(node, 1, from, from + 2 * HASH_BYTES);
  hashInto(node, target, at);
}

/** A third of the price of asking for a Buffer (measured): OpenSSL's answer comes as a string of bytes and is written where it belongs. */
export function hashInto(bytes: Uint8Array, target: Buffer, at: number): Buffer {
  target.write(hash('sha256', bytes, 'binary'), at, HASH_BYTES, 'binary');
  return target;
}
