import { hash } from 'node:crypto';

// RFC 6962 2.1: leaves and inner nodes begin with different bytes, so that neither can be taken for the other. Hashes are plain Buffers
// of 32 bytes: a log has two for every record, and a string for each would cost more than the hashing.

export const HASH_BYTES = 32;
/** Root of a tree without leaves. */
export const EMPTY_ROOT = hash('sha256', '', 'buffer');

const LEAF = 0;
const NODE = 1;
const LONGEST_ENTRY = 65_535; // tlog-tiles: an entry's length is a uint16
const leaf = Buffer.alloc(1 + LONGEST_ENTRY, LEAF);
const node = Buffer.alloc(1 + 2 * HASH_BYTES, NODE);

/** RangeError for an entry that no bundle can hold. */
export function leafHash(entry: Uint8Array): Buffer {
  if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes`);
  leaf.set(entry, 1);
  return hash('sha256', leaf.subarray(0, 1 + entry.length), 'buffer');
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash('sha256', node, 'buffer');
}
