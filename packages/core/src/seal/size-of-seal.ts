import type { ObjectStore } from '../ports/object-store.ts';
import { parseCheckpoint } from '../tlog/checkpoint.ts';
import { readSealObject, tampered } from './read-plans.ts';
import { bodyKey } from './seal-layout.ts';

/** Entries of the tree that a seal signs. TamperedError `seal/mismatch`; UnavailableError `seal/unreadable`. */
export async function sizeOfSeal(store: ObjectStore, n: number): Promise<number> {
  const body = await readSealObject(store, bodyKey(n));
  const checkpoint = body === null ? null : parseCheckpoint(Buffer.from(body).toString());
  if (checkpoint === null) throw tampered('seal/mismatch', bodyKey(n), 'the body of a checkpoint', 'something else');
  return checkpoint.size;
}
