import { describe, expect, it } from '@jest/globals';
import { append, putBlob, recordKey, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { bytesOf, codes, ledgerOn, record, sevenRecords, STREAM } from './small-ledger.ts';

const { signer, store: original, receipts, last, keys, trust } = await sevenRecords();

describe('in a bucket with versions', () => {
  it('finds a marker over any object, and still checks what lies underneath', async () => {
    for (const key of keys) {
      const store = original.copy();
      store.hide(key);
      const answer = await verifyLedger(store, { trust });
      expect([answer.outcome, answer.findings.map((one) => one.kind), answer.streams[0]?.verified]).toEqual([
        'tampered',
        ['hidden'],
        7,
      ]);
    }
  });

  it('finds a second version of any object, even with equal bytes, and counts the earliest', async () => {
    for (const key of keys) {
      for (const bytes of [await bytesOf(original, key), new TextEncoder().encode('{}')]) {
        const store = original.copy();
        store.overwrite(key, bytes);
        const answer = await verifyLedger(store, { trust });
        expect([answer.outcome, answer.findings.map((one) => one.kind), answer.streams[0]?.verified]).toEqual([
          'tampered',
          ['extra'],
          7,
        ]);
      }
    }
  });

  it('finds a slot that was written anew over a marker (attack 1)', async () => {
    const store = original.copy();
    const key = slotKey(STREAM, last.slot);
    store.hide(key);
    await store.create(key, new TextEncoder().encode('another tail'));
    const answer = await verifyLedger(store, { trust, receipts });
    expect(codes(answer).sort()).toEqual(['slot/marker', 'slot/second-version']);
  });

  it('refuses to write behind a marker or a second version', async () => {
    for (const attack of ['hide', 'overwrite'] as const) {
      const store = original.copy();
      store[attack](slotKey(STREAM, last.slot), new Uint8Array());
      const size = store.keys().filter((key) => key.includes('/segments/')).length;
      const attempt = append(ledgerOn(store, signer), STREAM, await record(99, signer));
      await expect(attempt).rejects.toMatchObject({ outcome: 'tampered' });
      expect(store.keys().filter((key) => key.includes('/segments/'))).toHaveLength(size);
    }
  });
});

describe('whoever plants objects is found', () => {
  const planted: [string, string][] = [
    ['a name of another kind', 'v1/records/42/readme.txt'],
    ['an unknown area', 'v1/notes/42/1'],
    ['a stream with a name', 'v1/segments/octo/0000000000000001'],
    ['a slot with too large a number', 'v1/segments/42/9999999999999999'],
    ['a slot far beyond the end', 'v1/segments/42/0000900000000000'],
  ];
  it.each(planted)('with %s', async (_, key) => {
    const store = original.copy();
    await store.create(key as ObjectKey, new TextEncoder().encode('{}'));
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, answer.findings.map((one) => one.kind)]).toEqual(['tampered', ['extra']]);
  });

  it('with the same record under a second time, or in a second stream', async () => {
    const { record_name: name } = last;
    const bytes = await bytesOf(original, recordKey(STREAM, name));
    for (const key of [`v1/records/42/0000000000001-${name.slice(14)}`, `v1/records/43/${name}`]) {
      const store = original.copy();
      await store.create(key as ObjectKey, bytes);
      const answer = await verifyLedger(store, { trust });
      expect([answer.outcome, codes(answer)]).toEqual(['tampered', expect.arrayContaining(['record/two-keys'])]);
    }
  });

  it('with other bytes under the digest of a record, which is not called a copy for it', async () => {
    for (const stream of ['1', '43']) {
      const store = original.copy();
      const planted = `v1/records/${stream}/${last.record_name}` as ObjectKey;
      await store.create(planted, new TextEncoder().encode('garbage'));
      const { outcome, findings } = await verifyLedger(store, { trust });
      expect([outcome, findings]).toMatchObject(['tampered', [{ code: 'record/altered', key: planted }]]);
    }
  });

  it('with garbage in the next slot, and the stream goes on behind it (attack 12)', async () => {
    const store = original.copy();
    await store.create(slotKey(STREAM, last.slot + 1), new TextEncoder().encode('garbage'));
    const next = await append(ledgerOn(store, signer), STREAM, await record(100, signer));
    expect(next.slot).toBe(last.slot + 2);
    const answer = await verifyLedger(store, { trust });
    expect(answer.findings).toMatchObject([{ kind: 'void', slot: last.slot + 1 }]);
    expect(answer.streams).toMatchObject([{ verified: 8, void: 1 }]);
  });

  it('with a slot far beyond the end, and the stream goes on before it', async () => {
    const store = original.copy();
    await store.create('v1/segments/42/0000900000000000' as ObjectKey, new TextEncoder().encode('garbage'));
    expect((await append(ledgerOn(store, signer), STREAM, await record(100, signer))).slot).toBe(last.slot + 1);
  });

  it('with other bytes under the name of a blob, and the right ones are kept beside them (attack 18)', async () => {
    const store = original.copy();
    const ledger = ledgerOn(store, signer);
    const sbom = new TextEncoder().encode('the real SBOM');
    const { key } = await putBlob(ledgerOn(new MemoryStore(), signer), STREAM, sbom);
    await store.create(key, new TextEncoder().encode('squatter'));
    expect(await putBlob(ledger, STREAM, sbom)).toMatchObject({ squatted: true, key: `${key}~1` });
    const answer = await verifyLedger(store, { trust });
    expect(answer.findings).toMatchObject([{ kind: 'altered', code: 'blob/squatted', key }]);
  });
});
