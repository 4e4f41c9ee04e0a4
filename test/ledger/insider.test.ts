import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseEnvelope, sealEnvelope, sha256, type JsonObject } from '@proofrail/core/canonical';
import { append, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { MemoryStore } from '@proofrail/store-memory';
import { bytesOf, codes, ledgerOn, record, sevenRecords, STREAM } from './small-ledger.ts';

// Somebody who holds a trusted key: what they write is well formed and rightly signed, so that only the chain can convict them.
const { signer, store: original, last, trust } = await sevenRecords();

/** A copy in which a slot is written anew, and signed with the trusted key. */
async function rewritten(seq: number, change: (slot: JsonObject) => JsonObject): Promise<MemoryStore> {
  const key = slotKey(STREAM, seq);
  const { payload, payloadType } = parseEnvelope(await bytesOf(original, key), key);
  const slot = JSON.parse(Buffer.from(payload).toString()) as JsonObject;
  const store = original.copy();
  store.replace(key, await sealEnvelope(payloadType, canonicalJson({ ...slot, ...change(slot) }), signer));
  return store;
}

describe('an insider with a trusted key', () => {
  it('cannot write a slot anew behind which others have written: the next one names its digest', async () => {
    const store = await rewritten(2, () => ({ floor: `0000000000001-${'0'.repeat(64)}` }));
    const answer = await verifyLedger(store, { trust });
    expect(answer.outcome).toBe('tampered');
    expect(answer.findings).toMatchObject([{ code: 'slot/link', slot: 2 }]);
    expect(codes(await verifyLedger(store))).toEqual(['slot/link']);
  });

  it('cannot name another predecessor', async () => {
    const store = await rewritten(last.slot, () => ({ prev: sha256('another chain') }));
    expect((await verifyLedger(store, { trust })).findings).toMatchObject([{ code: 'slot/link', slot: last.slot - 1 }]);
  });

  it('cannot hide a committed record from other writers, nor claim one that no slot holds (attack 13)', async () => {
    const invented = `${last.record_name.slice(0, 13)}-${'0'.repeat(64)}`;
    for (const lie of [(recent: string[]) => recent.slice(1), (recent: string[]) => [...recent, invented].sort()]) {
      const store = await rewritten(last.slot, ({ recent }) => ({ recent: lie(recent as string[]) }));
      const answer = await verifyLedger(store, { trust });
      expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['slot/recent']]);
    }
  });

  it('cannot commit a record that does not exist', async () => {
    const invented = `9999999999998-${'0'.repeat(64)}`;
    const store = await rewritten(last.slot, ({ entries }) => ({ entries: [...(entries as string[]), invented] }));
    expect((await verifyLedger(store, { trust })).findings).toMatchObject([
      { code: 'record/missing', slot: last.slot, position: 2 },
    ]);
  });

  it('cannot take a slot of one stream for another', async () => {
    const store = original.copy();
    store.replace('v1/segments/43/0000000000000001' as never, await bytesOf(original, slotKey(STREAM, 1)));
    expect((await verifyLedger(store, { trust })).findings).toMatchObject([{ code: 'slot/void', stream: '43', slot: 1 }]);
  });

  it('can rewrite the newest slot unseen, until a receipt is held against it or the next slot is written', async () => {
    const store = await rewritten(last.slot, () => ({ floor: `0000000000001-${'0'.repeat(64)}` }));
    expect((await verifyLedger(store, { trust })).outcome).toBe('allow');
    expect(codes(await verifyLedger(store, { trust, receipts: [last] }))).toEqual(['receipt/slot']);
    const whole = original.copy();
    await append(ledgerOn(whole, signer), STREAM, await record('next', signer));
    whole.replace(slotKey(STREAM, last.slot), await bytesOf(store, slotKey(STREAM, last.slot)));
    expect(codes(await verifyLedger(whole, { trust }))).toEqual(['slot/link']);
  });
});
