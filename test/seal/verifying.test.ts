import { describe, expect, it } from '@jest/globals';
import { canonicalJson, parseEnvelope, sealEnvelope, type JsonObject } from '@proofrail/core/canonical';
import { append, recordKey, slotKey, StoreAround, type StreamId, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey, ReadAnswer, VersionId } from '@proofrail/core/ports';
import { bodyKey, edgeKey, planKey, sealLedger, signatureKey } from '@proofrail/core/seal';
import { FaultyStore, type MemoryStore, ProcessDied } from '@proofrail/store-memory';
import { bytesOf, codes, fill, ledgerOn, record, sevenRecords, START, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { ORIGIN, seal, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const STEP = inRequiredRun(1, 31);
const logKey = testLogKey();

/** Seven records in one stream and two in another; sealed, grown by one record, and sealed again. */
async function twiceSealed() {
  const { store, signer, last, receipts, trust: plain } = await sevenRecords();
  const other = '43' as StreamId;
  await fill(ledgerOn(store, signer), 2, other);
  await seal(store, logKey);
  const newest = await append(ledgerOn(store, signer, tickingClock(SEAL_TIME + 1_000)), STREAM, await record('after', signer));
  await seal(store, logKey, SEAL_TIME + HOUR);
  const trust: TrustFile = { ...plain, origin: ORIGIN, log_keys: [logKey.verifierKey] };
  return { store, signer, last, newest, receipts, trust, plain, other };
}

const { store: original, signer, newest, trust, plain, other } = await twiceSealed();

/** A copy in which a slot is written anew, and signed with the trusted key. */
async function rewritten(seq: number): Promise<MemoryStore> {
  const key = slotKey(STREAM, seq);
  const { payload, payloadType } = parseEnvelope(await bytesOf(original, key), key);
  const slot = JSON.parse(Buffer.from(payload).toString()) as JsonObject;
  const store = original.copy();
  const lie = { ...slot, floor: `0000000000001-${'0'.repeat(64)}` };
  store.replace(key, await sealEnvelope(payloadType, canonicalJson(lie), signer));
  return store;
}

const without = (...keys: string[]): MemoryStore => {
  const store = original.copy();
  for (const key of keys) store.remove(key as ObjectKey);
  return store;
};

describe('a sealed ledger', () => {
  it('verifies under the log key of the trust file, and says which checkpoint vouches for how much', async () => {
    const answer = await verifyLedger(original, { trust });
    expect(answer).toMatchObject({ outcome: 'allow', findings: [] });
    expect(answer.seal).toMatchObject({
      state: 'followed',
      origin: ORIGIN,
      n: 2,
      size: 12,
      records: 10,
      sealed_at: new Date(SEAL_TIME + HOUR).toISOString(),
      signed_by: [logKey.signer.keyId],
    });
  });

  it('is consistent, and no more, where the trust file names no key of the log', async () => {
    for (const options of [{}, { trust: plain }]) {
      const { outcome, seal: standing } = await verifyLedger(original, options);
      expect([outcome, standing]).toEqual(['allow', expect.objectContaining({ n: 2, signed_by: [] })]);
    }
    const one = await verifyLedger(original, { trust, stream: STREAM });
    expect([one.outcome, one.seal]).toEqual(['allow', { state: 'not-checked' }]);
  });

  it('convicts an insider who writes the newest slot anew, which nothing inside the stream shows', async () => {
    const store = await rewritten(newest.slot);
    const unsealed = store.copy();
    for (const key of store.keys().filter((one) => one.startsWith('v1/seals/'))) unsealed.remove(key);
    expect(await verifyLedger(unsealed, { trust: plain })).toMatchObject({ outcome: 'allow', seal: { state: 'none' } });
    const { outcome, findings } = await verifyLedger(store, { trust });
    expect(outcome).toBe('tampered');
    expect(findings).toMatchObject([{ kind: 'altered', code: 'seal/slot', slot: newest.slot }]);
  });

  it('shows a tail that was cut off (attacks 5 and 6), without any receipt', async () => {
    const store = without(slotKey(STREAM, newest.slot), recordKey(STREAM, newest.record_name));
    expect((await verifyLedger(store, { trust })).findings).toMatchObject([
      { kind: 'missing', code: 'seal/slot', stream: STREAM, slot: newest.slot },
    ]);
  });

  it.each(['a slot', 'the newest slot'])('is unavailable, and nobody is accused, where %s cannot be read', async (which) => {
    const key = slotKey(STREAM, which === 'a slot' ? 2 : newest.slot);
    class Unreadable extends StoreAround {
      override read(asked: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
        return asked === key ? Promise.resolve({ kind: 'unreadable', cause: '403 AccessDenied' }) : super.read(asked, version);
      }
    }
    const { outcome, findings } = await verifyLedger(new Unreadable(original), { trust });
    const notPending = findings.filter(({ kind }) => kind !== 'pending');
    expect([outcome, notPending.map(({ code }) => code)]).toEqual(['unavailable', ['slot/unreadable']]);
  });

  it('shows a stream that vanished whole, though no trust file pins it (attack 4)', async () => {
    const store = without(...original.keys().filter((key) => key.includes(`/${other}/`)));
    expect((await verifyLedger(store, { trust })).findings).toMatchObject([
      { kind: 'missing', code: 'seal/slot', stream: other, slot: 1 },
    ]);
  });

  it('shows what a sealer saw, though nothing of it is left: a marker that was lifted again', async () => {
    const store = original.copy();
    await append(ledgerOn(store, signer, tickingClock(SEAL_TIME + 2 * HOUR)), STREAM, await record('then', signer));
    const marked = store.copy();
    const key = slotKey(STREAM, newest.slot + 1);
    marked.hide(key);
    await seal(marked, logKey, SEAL_TIME + 3 * HOUR);
    for (const sealed of marked.keys().filter((one) => one.startsWith('v1/seals/') && !original.keys().includes(one))) {
      await store.create(sealed, await bytesOf(marked, sealed));
    }
    const { outcome, findings } = await verifyLedger(store, { trust });
    expect([outcome, findings]).toEqual(['tampered', [expect.objectContaining({ kind: 'hidden', code: 'slot/marker', key })]]);
    // While it lies there, it is one finding and not two.
    expect(codes(await verifyLedger(marked, { trust }))).toEqual(['slot/marker']);
  });

  it('tells of records that waited or were set back in time, and that is no tampering (attacks 8 and 9)', async () => {
    const store = original.copy();
    await append(ledgerOn(store, signer, tickingClock(START + 60_000)), STREAM, await record('set back', signer));
    await seal(store, logKey, SEAL_TIME + 2 * HOUR);
    const { outcome, findings } = await verifyLedger(store, { trust });
    expect([outcome, findings]).toEqual(['allow', [expect.objectContaining({ kind: 'pending', code: 'record/late' })]]);
  });

  it('finds a flipped bit in any byte of any object of a seal', async () => {
    for (const key of original.keys().filter((one) => one.startsWith('v1/seals/'))) {
      const bytes = await bytesOf(original, key);
      for (let at = 0; at < bytes.length; at += STEP) {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        const store = original.copy();
        store.replace(key, changed);
        expect([key, at, (await verifyLedger(store, { trust })).outcome]).toEqual([key, at, 'tampered']);
      }
    }
  });

  it('finds a marker over any object of a seal, a second version, one that is gone, and one that nobody needs', async () => {
    const objects = original.keys().filter((one) => one.startsWith('v1/seals/'));
    expect(objects).toEqual([
      bodyKey(1),
      edgeKey(1),
      signatureKey(1, logKey.signer.keyId),
      bodyKey(2),
      edgeKey(2),
      signatureKey(2, logKey.signer.keyId),
      planKey(1),
      planKey(2),
    ]);
    for (const key of objects) {
      const [hidden, twice] = [original.copy(), original.copy()];
      hidden.hide(key);
      twice.overwrite(key, new Uint8Array());
      expect(codes(await verifyLedger(hidden, { trust }))).toEqual(['seal/marker']);
      expect(codes(await verifyLedger(twice, { trust }))).toEqual(['seal/second-version']);
    }
    for (const key of [planKey(1), bodyKey(1), edgeKey(1), edgeKey(2), signatureKey(1, logKey.signer.keyId)])
      expect([key, (await verifyLedger(without(key), { trust })).outcome]).toEqual([key, 'tampered']);
    for (const [key, code] of [
      ['v1/seals/tile/0/000', 'seal/unclaimed'],
      [bodyKey(3), 'seal/unclaimed'],
      ['v1/seals/tile/0/000.p/12', 'object/unknown'],
      ['v1/seals/checkpoint', 'object/unknown'],
    ]) {
      const store = original.copy();
      await store.create(key as ObjectKey, new Uint8Array(32));
      expect([key, codes(await verifyLedger(store, { trust }))]).toEqual([key, [code]]);
    }
  });

  it('does not pass for one that was never sealed when its seals are gone or unsigned, if the trust file names a key of the log', async () => {
    const seals = original.keys().filter((key) => key.startsWith('v1/seals/'));
    const stripped = without(...seals);
    const planned = stripped.copy(); // anybody can put a plan and what follows from it, but for the signature
    const unsigned = new FaultyStore(planned, ({ key }) => (key.includes('.sig/') ? 'die-before' : null));
    await sealLedger(sealerOn(unsigned, testLogKey())).catch((cause: unknown) => expect(cause).toBeInstanceOf(ProcessDied));
    for (const [store, state] of [
      [stripped, 'none'],
      [planned, 'followed'],
    ] as const) {
      expect(await verifyLedger(store, { trust: plain })).toMatchObject({ outcome: 'allow', seal: { state } });
      const { outcome, findings } = await verifyLedger(store, { trust });
      expect([outcome, findings.filter(({ kind }) => kind !== 'pending')]).toMatchObject([
        'tampered',
        [{ kind: 'missing', code: 'seal/none' }],
      ]);
    }
    expect((await verifyLedger(stripped, { trust, stream: STREAM })).outcome).toBe('allow'); // seals are not looked at then
  });

  it('is not believed under another key, another name, or a signature that was moved', async () => {
    const forger = testLogKey();
    const forged = without(...original.keys().filter((key) => key.startsWith('v1/seals/')));
    await seal(forged, forger);
    expect(codes(await verifyLedger(forged, { trust }))).toEqual(['seal/signature']);
    const elsewhere = without(...original.keys().filter((key) => key.startsWith('v1/seals/')));
    const renamed = { ...logKey, key: { ...logKey.key, name: 'example.org/other' } };
    await seal(elsewhere, renamed);
    expect(codes(await verifyLedger(elsewhere, { trust }))).toEqual(['seal/signature']);
    const moved = original.copy();
    moved.replace(signatureKey(2, logKey.signer.keyId), await bytesOf(original, signatureKey(1, logKey.signer.keyId)));
    expect(codes(await verifyLedger(moved, { trust }))).toEqual(['seal/signature']);
  });

  it('is no tampering at any moment of a sealer that died', async () => {
    for (const fault of ['die-before', 'die-after'] as const) {
      for (let number = 1; number <= 30; number++) {
        const store = original.copy();
        const dying = new FaultyStore(store, (call) => (call.number === number ? fault : null));
        await sealLedger(sealerOn(dying, logKey, tickingClock(SEAL_TIME + 2 * HOUR))).catch((cause: unknown) =>
          expect(cause).toBeInstanceOf(ProcessDied),
        );
        const { outcome, findings } = await verifyLedger(store, { trust });
        expect([number, outcome, findings.filter(({ code }) => code !== 'seal/unfinished')]).toEqual([number, 'allow', []]);
      }
    }
  });
});
