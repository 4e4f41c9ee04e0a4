import { sha256 } from '../../canonical/digest.ts';
import { recordKey, slotKey, type RecordName } from '../layout.ts';
import type { Ledger } from '../ledger.ts';
import type { PlacedSlot } from './placed-slot.ts';
import type { Slot } from '../stored/slot.ts';
import { sealSlot } from './seal-slot.ts';

/**
 * Stores a record and, the moment that is durable, the slot which commits it: signed while the record is on its way to the disk. Null:
 * the store does no such thing, or one of both was not created now, or nobody knows.
 */
export async function placeInTurn(
  ledger: Ledger,
  { name, envelope }: { readonly name: RecordName; readonly envelope: Uint8Array },
  slot: Slot,
): Promise<PlacedSlot | null> {
  let sealed: Uint8Array = new Uint8Array();
  const created = await ledger.store.createInTurn?.({ key: recordKey(slot.stream, name), bytes: envelope }, async () => {
    sealed = await sealSlot(slot, ledger);
    return { key: slotKey(slot.stream, slot.seq), bytes: sealed };
  });
  if (created?.second?.kind !== 'created') return null;
  return { slot, digest: sha256(sealed), version: created.second.version };
}
