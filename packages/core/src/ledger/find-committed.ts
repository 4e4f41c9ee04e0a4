import { sha256 } from '../canonical/digest.ts';
import { slotFrom, type Head } from './head.ts';
import { FIRST_SLOT, slotKey, type RecordName } from './layout.ts';
import type { Ledger } from './ledger.ts';
import { putSurely } from './put-surely.ts';
import type { PlacedSlot } from './stream-writer.ts';
import type { StreamId } from './stream-id.ts';

const FARTHEST = 64; // slots; a slot whose `recent` lies must not send its readers to the beginning of time

/** The slots, from `head` backwards, in which other writers committed some of `names`. What is not found is simply committed once more. */
export async function findCommitted(
  ledger: Ledger,
  stream: StreamId,
  head: Head,
  names: readonly RecordName[],
): Promise<PlacedSlot[]> {
  const committed = new Set(head.committed);
  const wanted = new Set(names.filter((name) => committed.has(name)));
  const placed: PlacedSlot[] = [];
  const last = Math.max(FIRST_SLOT, head.seq - FARTHEST + 1);
  for (let seq = head.seq; seq >= last && wanted.size > 0; seq--) {
    const found = await readPlaced(ledger, stream, seq);
    if (found === null || !found.slot.entries.some((name) => wanted.delete(name))) continue;
    for (const name of found.slot.entries) wanted.delete(name);
    placed.push(found);
  }
  return placed;
}

async function readPlaced(ledger: Ledger, stream: StreamId, seq: number): Promise<PlacedSlot | null> {
  const key = slotKey(stream, seq);
  const answer = await ledger.store.read(key);
  if (answer.kind !== 'found') return null;
  const slot = slotFrom(answer.bytes, stream, seq);
  // What is merely seen in a folder may not have reached the disk: only the answer to a create promises that.
  if (ledger.store.assurance === 'local') await putSurely(ledger, key, answer.bytes);
  return slot === null ? null : { slot, digest: sha256(answer.bytes), version: answer.version };
}
