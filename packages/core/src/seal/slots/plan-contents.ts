import type { Sha256 } from '../../canonical/digest.ts';
import { digestOfName, FIRST_SLOT, slotKey } from '../../ledger/layout.ts';
import type { StreamId } from '../../ledger/stream-id.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { PlacedPlan } from '../../ledger/seals/plan.ts';
import { digestOfSlots, SealableSlots } from './sealable-slots.ts';
import { entriesOfPlan, type RecordsOf } from '../../ledger/seals/sealed-entry.ts';
import { tampered, unreadable } from '../../ledger/seals/read-plans.ts';

/** Every entry of a plan that lies in the store, from the slots that it names. TamperedError `seal/mismatch`. */
export async function readPlanEntries(store: ObjectStore, { plan, digest }: PlacedPlan): Promise<Buffer[]> {
  return [...entriesOfPlan(plan, digest, await readSlotsOfPlan(store, plan))];
}

/** What the slots of a plan list. Their digests are those that the plan names, or TamperedError `seal/mismatch`. */
export async function readSlotsOfPlan(store: ObjectStore, plan: PlacedPlan['plan']): Promise<RecordsOf> {
  const lists = new Map<StreamId, readonly (readonly Sha256[])[]>();
  for (const { stream, from, to, slots: expected } of plan.streams) {
    if (to < from) continue;
    const listed = await SealableSlots.listed({ store }, stream, Math.max(from, FIRST_SLOT));
    const slots = await listed.range(from, Math.min(to, listed.endFrom(from))); // a plan may name any number
    const missing = from + slots.length;
    if (missing <= to && (await listed.read(missing)) === 'unreadable') throw unreadable(slotKey(stream, missing), 'no answer');
    const found = digestOfSlots(slots.map(({ digest }) => digest));
    if (found !== expected || missing <= to)
      throw tampered('seal/mismatch', slotKey(stream, from), `slots as plan ${plan.n} names them, ${expected}`, found);
    lists.set(
      stream,
      slots.map(({ slot }) => slot?.entries.map(digestOfName) ?? []),
    );
  }
  const starts = new Map(plan.streams.map(({ stream, from }) => [stream, from]));
  return (stream, seq) => lists.get(stream)?.[seq - (starts.get(stream) ?? seq)] ?? [];
}
