import type { Sha256 } from '../../canonical/digest.ts';
import type { StreamId } from '../stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { NoteKey } from '../../tlog/note-key.ts';
import { sizeBefore } from './read-body.ts';
import { readPlan } from './read-plans.ts';
import { requireIncluded } from './require-included.ts';
import { planEntry } from './sealed-entry.ts';
import { newestTreeUnder } from './sealed-tree.ts';

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
  const sealed = keys.length === 0 ? null : await newestTreeUnder(store, keys);
  if (sealed === null) return null;
  const { plan, digest } = await readPlan(store, sealed.n);
  // A plan is the first entry of what it seals: it lies where the tree before it ended.
  await requireIncluded(sealed, await sizeBefore(store, plan.n), planEntry(plan.n, digest));
  const covered = plan.streams.find((one) => one.stream === stream);
  return covered === undefined || covered.head === null ? null : { slot: covered.to, digest: covered.head };
}
