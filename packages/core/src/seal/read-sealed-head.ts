import type { Sha256 } from '../canonical/digest.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { NoteKey } from '../tlog/note-key.ts';
import { openNote } from '../tlog/open-note.ts';
import { inclusionSpans } from '../tlog/proof-plan.ts';
import { leafHash } from '../tlog/tree-hash.ts';
import { verifyInclusion } from '../tlog/verify-inclusion.ts';
import { readPlan, tampered } from './read-plans.ts';
import { bodyKey, FIRST_SEAL } from './seal-layout.ts';
import { planEntry } from './sealed-entry.ts';
import { sizeOfSeal } from './size-of-seal.ts';
import { newestSealedTree, type SealedTree } from './sealed-tree.ts';

export interface SealedHead {
  /** The last slot that a seal covers. */
  readonly slot: number;
  /** SHA-256 of its raw bytes. */
  readonly digest: Sha256;
}

/**
 * How far the newest signed seal covers a stream, by the word of a key of the log: the plan that says so is an entry of the tree that was
 * signed. Null: no such key signed it, or it covers nothing of the stream. TamperedError `seal/...`; UnavailableError `seal/unreadable`.
 */
export async function readSealedHead(store: ObjectStore, stream: StreamId, keys: readonly NoteKey[]): Promise<SealedHead | null> {
  const sealed = keys.length === 0 ? null : await newestSealedTree(store);
  if (sealed === null || !isSigned(sealed, keys)) return null;
  const { plan, digest } = await readPlan(store, sealed.n);
  await requireInTree(store, sealed, planEntry(plan.n, digest));
  const covered = plan.streams.find((one) => one.stream === stream);
  return covered === undefined || covered.head === null ? null : { slot: covered.to, digest: covered.head };
}

function isSigned({ note, checkpoint }: SealedTree, keys: readonly NoteKey[]): boolean {
  const opened = openNote(note, keys);
  return opened.kind === 'signed' && opened.by.some(({ name }) => name === checkpoint.origin);
}

/** A plan is the first entry of what it seals: it lies where the tree before it ended. */
async function requireInTree(store: ObjectStore, { n, checkpoint, hashes }: SealedTree, entry: Buffer): Promise<void> {
  const { size, root } = checkpoint;
  const index = n === FIRST_SEAL ? 0 : await sizeOfSeal(store, n - 1);
  const isIn =
    index < size &&
    verifyInclusion({ index, size, leaf: leafHash(entry), proof: await hashes.all(inclusionSpans(index, size)), root });
  if (!isIn) throw tampered('seal/mismatch', bodyKey(n), 'a tree that holds the plan of its seal', 'another tree');
}
