import { sealEnvelope, sha256 } from '@proofrail/core/canonical';
import type { ObjectKey, Signer } from '@proofrail/core/ports';
import type { MemoryStore } from '@proofrail/store-memory';
import { SLOT_PAYLOAD_TYPE, slotText } from '../../packages/core/src/ledger/stored/slot.ts';
import { recordKey, recordName, slotKey } from '../../packages/core/src/ledger/layout.ts';
import { bytesOf, START, STREAM } from '../ledger/small-ledger.ts';

const A_SLOT = 1024; // entries

/** Records that nobody signed, in signed slots: a sealer asks for bytes and order alone, and 65,000 signatures would show nothing more. */
export async function addUnsignedSlots(store: MemoryStore, signer: Signer, count: number): Promise<void> {
  const slots = store.keys().filter((key) => key.startsWith('v1/segments/'));
  const records = store.keys().filter((key) => key.startsWith('v1/records/')).length;
  let prev = slots.length === 0 ? null : sha256(await bytesOf(store, slots.sort().at(-1) as ObjectKey));
  for (let done = 0, seq = slots.length + 1; done < count; done += A_SLOT, seq++) {
    const names = await Promise.all(
      Array.from({ length: Math.min(A_SLOT, count - done) }, async (_, n) => {
        const bytes = Buffer.from(`record ${records + done + n}`);
        const name = recordName(START + records + done + n, sha256(bytes));
        await store.create(recordKey(STREAM, name), bytes);
        return name;
      }),
    );
    const entries = names.sort();
    const slot = { stream: STREAM, seq, prev, floor: entries[0] as (typeof entries)[number], entries, adopted: [], recent: [] };
    const sealed = await sealEnvelope(SLOT_PAYLOAD_TYPE, Buffer.from(slotText(slot)), signer);
    await store.create(slotKey(STREAM, seq), sealed);
    prev = sha256(sealed);
  }
}
