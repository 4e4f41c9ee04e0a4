import type { Sha256 } from '../../canonical/digest.ts';
import { digestOfName, FIRST_SLOT, slotKey, type RecordName } from '../../ledger/layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Plan, SealedStream } from '../../ledger/seals/plan.ts';
import { digestOfSlots, SealableSlots, type SealableSlot } from './sealable-slots.ts';
import type { RecordsOf } from '../../ledger/seals/sealed-entry.ts';
import { tampered, unreadable } from '../../ledger/seals/read-plans.ts';

/** What the slots of a plan hold. */
export interface PlanContents {
  readonly recordsOf: RecordsOf;
  /** Of each stream, the floor of the newest slot covered that is not void; none: there is no such slot. */
  readonly floors: ReadonlyMap<StreamId, RecordName>;
}

/** Their digests are those that the plan names, or TamperedError `seal/mismatch`. UnavailableError `seal/unreadable`. */
export async function readSlotsOfPlan(store: ObjectStore, { n, streams }: Plan): Promise<PlanContents> {
  const lists = new Map<StreamId, readonly (readonly Sha256[])[]>();
  const floors = new Map<StreamId, RecordName>();
  for (const sealed of streams) {
    if (sealed.to < sealed.from) continue;
    const slots = await readSlots(store, n, sealed);
    lists.set(
      sealed.stream,
      slots.map(({ slot }) => slot?.entries.map(digestOfName) ?? []),
    );
    const floor = floorOf(slots);
    if (floor !== null) floors.set(sealed.stream, floor);
  }
  const starts = new Map(streams.map(({ stream, from }) => [stream, from]));
  return { recordsOf: (stream, seq) => lists.get(stream)?.[seq - (starts.get(stream) ?? seq)] ?? [], floors };
}

/** Of the newest slot that is not void; null: there is none. */
export const floorOf = (slots: readonly SealableSlot[]): RecordName | null =>
  slots.findLast(({ slot }) => slot !== null)?.slot?.floor ?? null;

async function readSlots(
  store: ObjectStore,
  n: number,
  { stream, from, to, slots: expected }: SealedStream,
): Promise<readonly SealableSlot[]> {
  const listed = await SealableSlots.listed({ store }, stream, Math.max(from, FIRST_SLOT));
  const slots = await listed.range(from, Math.min(to, listed.endFrom(from))); // a plan may name any number
  const missing = from + slots.length;
  if (missing <= to && (await listed.read(missing)) === 'unreadable') throw unreadable(slotKey(stream, missing), 'no answer');
  const found = digestOfSlots(slots.map(({ digest }) => digest));
  if (found === expected && missing > to) return slots;
  throw tampered('seal/mismatch', slotKey(stream, from), `slots as plan ${n} names them, ${expected}`, found);
}
