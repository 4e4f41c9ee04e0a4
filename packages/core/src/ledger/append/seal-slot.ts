import { sealEnvelope } from '../../canonical/seal-envelope.ts';
import type { Ledger } from '../ledger.ts';
import { SLOT_PAYLOAD_TYPE, slotText, type Slot } from '../stored/slot.ts';

/** The bytes of a slot as they are stored. */
export const sealSlot = (slot: Slot, { signer }: Pick<Ledger, 'signer'>): Promise<Uint8Array> =>
  sealEnvelope(SLOT_PAYLOAD_TYPE, Buffer.from(slotText(slot)), signer);
