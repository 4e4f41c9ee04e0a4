import { sha256 } from '../../canonical/digest.ts';
import { slotFrom, type Head } from './head.ts';
import { slotKey, type RecordName } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import { putSurely } from './put-surely.ts';
import { slotUnreadable } from './slot-unreadable.ts';
import type { PlacedSlot } from './placed-slot.ts';
import type { StreamId } from '../stream-id.ts';

export interface Wanted {
  readonly name: RecordName;
  /** No slot up to this one can hold the record. */
  readonly since: number;
}

const FARTHEST = 1_024; // slots; who slept longer commits a record twice at worst, which counts once

/**
 * The slots in which other writers committed some of the records that this one waits for, newest first. The head tells of every record
 * above its floor; a record that the floor has passed, because its writer slept, is looked for in the slots since it was stored.
 * UnavailableError `ledger/slot-unreadable`.
 */
export async function findCommitted(
  ledger: Ledger,
  stream: StreamId,
  head: Head,
  wanted: readonly Wanted[],
): Promise<PlacedSlot[]> {
  const committed = new Set(head.committed);
  const missing = new Map(
    wanted.filter(({ name }) => name < head.floor || committed.has(name)).map(({ name, since }) => [name, since]),
  );
  const placed: PlacedSlot[] = [];
  for (let seq = head.seq; seq > Math.max(0, head.seq - FARTHEST) && missing.size > 0; seq--) {
    for (const [name, since] of missing) if (since >= seq) missing.delete(name);
    const found = missing.size > 0 ? await readSlot(ledger, stream, seq) : null;
    if (found === null) continue;
    const { entries, floor, recent } = found.slot;
    const here = entries.filter((name) => missing.delete(name));
    if (here.length > 0) placed.push(await onDisk(ledger, found));
    const earlier = new Set(recent);
    for (const name of missing.keys()) if (name >= floor && !earlier.has(name)) missing.delete(name);
  }
  return placed;
}

/** What is merely seen in a folder may not have reached the disk: only the answer to a create promises that. */
async function onDisk(ledger: Ledger, { bytes, ...placed }: FoundSlot): Promise<PlacedSlot> {
  const { stream, seq } = placed.slot;
  if (ledger.store.assurance === 'local') await putSurely(ledger, slotKey(stream, seq), bytes);
  return placed;
}

interface FoundSlot extends PlacedSlot {
  readonly bytes: Uint8Array;
}

async function readSlot(ledger: Ledger, stream: StreamId, seq: number): Promise<FoundSlot | null> {
  const key = slotKey(stream, seq);
  const answer = await ledger.store.read(key);
  if (answer.kind === 'unreadable') throw slotUnreadable(key, answer.cause); // it may hold the record: not knowing, none is committed again
  if (answer.kind !== 'found') return null;
  const slot = slotFrom(answer.bytes, stream, seq);
  return slot === null ? null : { slot, digest: sha256(answer.bytes), version: answer.version, bytes: answer.bytes };
}
