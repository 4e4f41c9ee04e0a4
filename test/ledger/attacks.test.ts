import { describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey, timeOfName, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { flipped, missedFlips } from './missed-flips.ts';
import { bytesOf, codes, fill, ledgerOn, record, sevenRecords, STREAM, testSigner } from './small-ledger.ts';

const ledger = await sevenRecords();
const { signer, store: original, receipts, last, keys, trust } = ledger;
const tampered = (answer: Verification): boolean => answer.outcome === 'tampered';

describe('a ledger that nobody touched', () => {
  it('verifies, with every record counted', async () => {
    const answer = await verifyLedger(original, { trust, receipts });
    expect(answer).toMatchObject({ outcome: 'allow', findings: [] });
    expect(answer.streams).toMatchObject([{ stream: '42', verified: 7, consistent: 0, blobs: 1 }]);
  });

  it('says as of when: the time of the newest record in order, and none where nothing is in order', async () => {
    const newestOf = ({ streams }: Verification) => streams.map(({ newest }) => newest);
    const { record_name: name } = last;
    const at = new Date(timeOfName(name)).toISOString();
    expect(newestOf(await verifyLedger(original, { trust }))).toEqual([at]);
    const store = original.copy();
    store.remove(slotKey(STREAM, last.slot));
    const [before] = newestOf(await verifyLedger(store, { trust }));
    expect(before !== null && before !== undefined && before < at).toBe(true);
    expect(newestOf(await verifyLedger(new MemoryStore(), { trust }))).toEqual([null]);
  });

  it('is merely consistent where nobody brings keys along', async () => {
    const answer = await verifyLedger(original);
    expect(answer).toMatchObject({ outcome: 'allow', trust: { kind: 'none' } });
    expect(answer.streams).toMatchObject([{ verified: 0, consistent: 7 }]);
  });

  it('is not ok when there is nothing to check', async () => {
    expect((await verifyLedger(new MemoryStore())).outcome).toBe('invalid');
    expect((await verifyLedger(original, { stream: '43' as never })).outcome).toBe('invalid');
  });
});

describe('whoever changes bytes is found', () => {
  it('by any bit of any object, sampled', async () => {
    expect(await missedFlips(ledger, keys, 61)).toEqual([]);
  });

  it('and named by stream, slot and position', async () => {
    const { slot, position, record_name: name } = receipts[4] as SequencedReceipt;
    const store = original.copy();
    const key = recordKey(STREAM, name);
    store.replace(key, flipped(await bytesOf(store, key), 77));
    const { findings } = await verifyLedger(store, { trust });
    expect(findings).toMatchObject([{ kind: 'altered', code: 'record/altered', stream: '42', slot, position, key }]);
  });

  it('by a byte more, a byte less, and nothing at all', async () => {
    for (const key of keys) {
      const bytes = await bytesOf(original, key);
      for (const changed of [
        new Uint8Array(),
        bytes.subarray(1),
        bytes.subarray(0, -1),
        Buffer.concat([bytes, Buffer.from('\n')]),
      ]) {
        const store = original.copy();
        store.replace(key, changed);
        expect(tampered(await verifyLedger(store, { trust }))).toBe(true);
      }
    }
  });
});

describe('whoever takes objects away or moves them is found', () => {
  it('for each record, each blob and each slot but the last, without any anchor', async () => {
    for (const key of keys.filter((one) => one !== slotKey(STREAM, last.slot))) {
      const store = original.copy();
      store.remove(key);
      const answer = await verifyLedger(store);
      expect(tampered(answer)).toBe(true);
      expect(answer.findings.some((one) => one.kind === 'missing')).toBe(true);
    }
  });

  it('when the tail is cut, by a receipt; and by nothing else', async () => {
    for (let length = 1; length <= 3; length++) {
      const store = original.copy();
      for (const { slot, record_name: name } of receipts.filter((one) => one.slot > last.slot - length)) {
        store.remove(slotKey(STREAM, slot));
        store.remove(recordKey(STREAM, name));
      }
      expect(await verifyLedger(store, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
      const answer = await verifyLedger(store, { trust, receipts: [last] });
      expect(answer.outcome).toBe('tampered');
      expect(answer.findings).toMatchObject([{ kind: 'missing', code: 'receipt/slot', slot: last.slot, position: 1 }]);
    }
  });

  it('when a whole stream is gone, by the trust file or by a receipt', async () => {
    expect((await verifyLedger(new MemoryStore(), { trust })).findings).toMatchObject([
      { kind: 'missing', code: 'slot/genesis' },
    ]);
    expect((await verifyLedger(new MemoryStore(), { receipts: [last] })).findings).toMatchObject([{ code: 'receipt/slot' }]);
  });

  it('when any two slots change places, and each of them is named', async () => {
    for (let a = 1; a < last.slot; a++) {
      for (let b = a + 1; b <= last.slot; b++) {
        const answer = await verifyLedger(await swapped(slotKey(STREAM, a), slotKey(STREAM, b)));
        const voids = answer.findings.filter((one) => one.kind === 'void').map((one) => one.slot);
        expect([answer.outcome, voids]).toEqual(['tampered', [a, b]]);
      }
    }
  });

  it('when any two records change bytes', async () => {
    const names = receipts.map(({ record_name: name }) => recordKey(STREAM, name));
    for (const [index, a] of names.entries()) {
      for (const b of names.slice(index + 1)) {
        const answer = await verifyLedger(await swapped(a, b));
        expect([answer.outcome, codes(answer)]).toEqual(['tampered', ['record/altered', 'record/altered']]);
      }
    }
  });

  async function swapped(a: ObjectKey, b: ObjectKey): Promise<MemoryStore> {
    const store = original.copy();
    store.replace(a, await bytesOf(original, b));
    store.replace(b, await bytesOf(original, a));
    return store;
  }
});

describe('whoever signs everything anew with another key', () => {
  it('has a consistent ledger, and is found by the trust file', async () => {
    const forger = testSigner();
    const forged = new MemoryStore();
    await fill(ledgerOn(forged, forger), 5);
    expect(await verifyLedger(forged)).toMatchObject({ outcome: 'allow', trust: { kind: 'none' } });
    const answer = await verifyLedger(forged, { trust });
    expect(answer.outcome).toBe('tampered');
    expect(codes(answer)).toEqual(expect.arrayContaining(['slot/genesis', 'slot/signature', 'record/signature']));
    expect(answer.streams).toMatchObject([{ verified: 0, unsigned: 10 }]);
  });

  it('is found at the genesis even with a key that is trusted', async () => {
    const forged = new MemoryStore();
    await append(ledgerOn(forged, signer), STREAM, await record('another beginning', signer));
    expect(codes(await verifyLedger(forged, { trust }))).toEqual(['slot/genesis']);
  });

  it('is found when a key signs outside its time', async () => {
    const [key] = trust.record_keys;
    if (key === undefined) throw new Error('no key');
    const before = { ...trust, record_keys: [{ ...key, valid_to: '2026-02-01T00:00:00.000Z' }] };
    const after = { ...trust, record_keys: [{ ...key, valid_from: '2027-01-01T00:00:00.000Z' }] };
    for (const dated of [before, after]) expect(tampered(await verifyLedger(original, { trust: dated }))).toBe(true);
  });
});

describe('reading that fails says nothing about the object', () => {
  it('is unavailable, neither ok nor tampered, for any one object and for all of them, whatever vouches for them', async () => {
    for (const lost of [...keys.map((key) => [key]), keys]) {
      const store = original.copy();
      const read = store.read.bind(store);
      store.read = (key, version) =>
        lost.includes(key) ? Promise.resolve({ kind: 'unreadable', cause: 'AccessDenied' }) : read(key, version);
      const answer = await verifyLedger(store, { trust, receipts });
      const kinds = answer.findings.map((one) => one.kind).filter((kind) => kind !== 'pending'); // placed by an unread slot, perhaps
      expect([answer.outcome, new Set(kinds)]).toEqual(['unavailable', new Set(['unreadable'])]);
    }
  });
});
