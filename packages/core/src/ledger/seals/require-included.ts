import { inclusionSpans } from '../../tlog/proof-plan.ts';
import { leafHash } from '../../tlog/tree-hash.ts';
import { verifyInclusion } from '../../tlog/verify-inclusion.ts';
import { tampered } from './read-plans.ts';
import { bodyKey } from './seal-layout.ts';
import type { SealedTree } from './sealed-tree.ts';

/**
 * The proof that an entry stands at an index of a tree, counted from 0. TamperedError `seal/mismatch`: another one stands there, or none;
 * UnavailableError `seal/unreadable`.
 */
export async function requireIncluded(
  { n, checkpoint: { size, root }, hashes }: SealedTree,
  index: number,
  entry: Uint8Array,
): Promise<readonly Uint8Array[]> {
  const proof = index < size ? await hashes.all(inclusionSpans(index, size)) : [];
  if (verifyInclusion({ index, size, leaf: leafHash(entry), proof, root })) return proof;
  throw tampered('seal/mismatch', bodyKey(n), `a tree that holds the entry of a seal at ${index}`, 'another tree');
}
