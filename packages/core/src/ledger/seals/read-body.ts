import type { ObjectStore } from '../../ports/object-store.ts';
import { parseCheckpoint, type Checkpoint } from '../../tlog/checkpoint.ts';
import { readSealObject, tampered } from './read-plans.ts';
import { bodyKey, FIRST_SEAL } from './seal-layout.ts';

/** What a seal signs; null: it is not made yet. TamperedError `seal/mismatch`, `seal/hidden`; UnavailableError `seal/unreadable`. */
export async function readBody(store: ObjectStore, n: number): Promise<Checkpoint | null> {
  const body = await readSealObject(store, bodyKey(n));
  if (body === null) return null;
  const checkpoint = parseCheckpoint(Buffer.from(body).toString());
  if (checkpoint === null) throw tampered('seal/mismatch', bodyKey(n), 'the body of a checkpoint', 'other bytes');
  return checkpoint;
}

/** Entries of the tree that a seal signs, which is made. Throws as `readBody` does. */
export async function sizeOfSeal(store: ObjectStore, n: number): Promise<number> {
  const checkpoint = await readBody(store, n);
  if (checkpoint === null) throw tampered('seal/mismatch', bodyKey(n), 'the body of a checkpoint', 'nothing');
  return checkpoint.size;
}

/** Entries of the tree before a seal: where its own begin, with its plan. Throws as `readBody` does. */
export const sizeBefore = async (store: ObjectStore, n: number): Promise<number> =>
  n === FIRST_SEAL ? 0 : sizeOfSeal(store, n - 1);
