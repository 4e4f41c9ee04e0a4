import type { Envelope } from '../../canonical/envelope.ts';
import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { FIRST_SLOT, LOWEST_NAME, slotKey, type RecordName } from '../layout.ts';
import { readSealed } from '../stored/sealed-form.ts';
import { parseSlot, SLOT_PAYLOAD_TYPE, type Slot } from '../stored/slot.ts';
import { slotUnreadable } from './slot-unreadable.ts';
import type { StreamId } from '../stream-id.ts';

/** What a writer must know of the newest slot to write the next one. */
export interface Head {
  /** 0 before the first slot. */
  readonly seq: number;
  /** SHA-256 of its raw bytes; null before the first slot. */
  readonly digest: Sha256 | null;
  readonly floor: RecordName;
  /** Entries of the newest slot; empty where that one is void. */
  readonly entries: readonly RecordName[];
  /** Every committed record from `floor` upwards, ascending. */
  readonly committed: readonly RecordName[];
}

export const EMPTY_HEAD: Head = { seq: 0, digest: null, floor: LOWEST_NAME, entries: [], committed: [] };

export function headAfter(slot: Slot, digest: Sha256): Head {
  const { seq, floor, entries, recent } = slot;
  const added = entries.filter((name) => name >= floor);
  return { seq, digest, floor, entries, committed: joined(recent, added) };
}

/** Both lists ascend, and so does what comes of them. What a slot adds is younger than the rest, as a rule, and need not be sorted in. */
function joined(earlier: readonly RecordName[], added: readonly RecordName[]): readonly RecordName[] {
  const [first, last] = [added[0], earlier.at(-1)];
  if (first === undefined || last === undefined || last < first) return [...earlier, ...added];
  return [...new Set([...earlier, ...added])].sort();
}

/**
 * The head whose newest slot lies at `seq`. A void slot holds nothing, so the last valid one below it says what is committed; its own
 * digest is the next `prev` all the same. UnavailableError `ledger/slot-unreadable`.
 */
export async function readHead(store: ObjectStore, stream: StreamId, seq: number): Promise<Head> {
  if (seq < FIRST_SLOT) return EMPTY_HEAD;
  const bytes = await readSlotBytes(store, stream, seq);
  const slot = slotFrom(bytes, stream, seq);
  if (slot !== null) return headAfter(slot, sha256(bytes));
  return { ...(await readHead(store, stream, seq - 1)), seq, digest: sha256(bytes), entries: [] };
}

/** The slot that an object's bytes hold, or null: void. Says nothing about its signature, so that writers without keys agree. */
export function slotFrom(bytes: Uint8Array, stream: StreamId, seq: number): Slot | null {
  const envelope = readSealed(bytes);
  return envelope === null ? null : slotIn(envelope, stream, seq);
}

/** The slot that an envelope holds, if it is the one of this number in this stream. */
export function slotIn({ payloadType, payload, signatures }: Envelope, stream: StreamId, seq: number): Slot | null {
  if (payloadType !== SLOT_PAYLOAD_TYPE || signatures.length !== 1) return null;
  const slot = parseSlot(Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('latin1'));
  return slot !== null && slot.stream === stream && slot.seq === seq ? slot : null;
}

async function readSlotBytes(store: ObjectStore, stream: StreamId, seq: number): Promise<Uint8Array> {
  const key = slotKey(stream, seq);
  const answer = await store.read(key);
  if (answer.kind === 'found') return answer.bytes;
  throw slotUnreadable(key, 'cause' in answer ? answer.cause : answer.kind);
}
