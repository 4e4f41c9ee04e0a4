import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { evidenceLog } from '@proofrail/core/gate';
import { append, putBlob, recordKey, slotKey, store as storeRecord } from '@proofrail/core/ledger';
import { sealLedger } from '@proofrail/core/seal';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { readHead } from '../../../../core/src/ledger/append/head.ts';
import { nextSlot } from '../../../../core/src/ledger/append/next-slot.ts';
import { sealSlot } from '../../../../core/src/ledger/append/seal-slot.ts';
import {
  ledgerOn,
  record,
  START,
  STREAM,
  testSigner,
  tickingClock,
  type TestSigner,
} from '../../../../../test/ledger/small-ledger.ts';
import { intent } from '../../../../../test/ledger/witnessed-ledger.ts';
import { describeSeaweedFs } from '../../../../../test/s3/describe-seaweedfs.ts';
import { SEAL_TIME, sealerOn, testLogKey } from '../../../../../test/seal/sealed-ledger.ts';
import { AttackedOnServer } from './attacked-on-server.ts';
import { titleOf } from './ends.ts';
import { exported } from './exported.ts';
import { SeeingNoRecords } from './seeing-no-records.ts';

/** The attacks that SeaweedFS lets somebody act out: it enforces no deny set and replicates nothing, and has no KMS. */
describeSeaweedFs('on SeaweedFS', (server) => {
  const attacked = new AttackedOnServer(server);
  const target = () => attacked.ledger();
  beforeAll(() => attacked.makeBuckets());

  it('finds nothing where nobody attacks', async () => {
    const { verify, last } = await target();
    expect(await verify({ receipts: [last] })).toEqual({ outcome: 'allow', said: [] });
  });

  it(titleOf(1), async () => {
    const { hide, put, verify, ledger, signer, last } = await target();
    const key = slotKey(STREAM, last.slot);
    await hide(key);
    await expect(append(ledger, STREAM, await record(9, signer))).rejects.toMatchObject({ code: 'ledger/hidden' });
    await put(key, 'another tail', { IfNoneMatch: '*' }); // the marker counts as nothing there
    const { outcome, said } = await verify();
    expect(outcome).toBe('tampered');
    expect(said).toEqual(
      expect.arrayContaining([
        ['slot/marker', 'A delete marker lies on the object; its bytes are still there underneath.'],
        ['slot/second-version', 'There is more than one version; the earliest counts.'],
      ]),
    );
  });

  it(`${titleOf(2)}; here nothing refuses it, and verify finds it`, async () => {
    const { put, verify, last } = await target();
    await put(recordKey(STREAM, last.record_name), 'another record');
    expect(await verify()).toEqual({
      outcome: 'tampered',
      said: [['record/second-version', 'There is more than one version; the earliest counts.']],
    });
  });

  describe('with a receipt', () => {
    it(titleOf(3), () => isDenied(copyGoesOn, /^A receipt proves other bytes for this slot: /));

    it(titleOf(5), async () => {
      const { store, last, lock, remove, verify } = await attacked.ledger('unlocked');
      const tail = [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)];
      for (const key of tail) await lock(key, new Date(Date.now() + 4_000));
      for (const key of tail) await expect(remove(key)).rejects.toMatchObject({ name: 'AccessDenied' });
      await setTimeout(5_500); // whole seconds count
      for (const key of tail) await remove(key);
      expect([store.lockedDays, await verify()]).toEqual([0, { outcome: 'allow', said: [] }]);
      expect(await verify({ receipts: [last] })).toEqual({
        outcome: 'tampered',
        said: [['receipt/slot', 'A receipt proves this slot, and the stream ends at slot 2.']],
      });
    });

    it(titleOf(6), () => isDenied(() => Promise.resolve(), /^A receipt proves this slot, and the stream ends at slot 2\.$/));

    const copyGoesOn = async (copy: ObjectStore, signer: TestSigner): Promise<void> => {
      await append(ledgerOn(copy, signer), STREAM, await record('another third', signer));
    };

    /** A copy without its tail verifies, whatever was done to it, and does not beside the receipt of the last record. */
    async function isDenied(change: (copy: ObjectStore, signer: TestSigner) => Promise<void>, detail: RegExp): Promise<void> {
      const { store, signer, last, trust } = await target();
      const copy = await exported(store, [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)]);
      await change(copy, signer);
      expect(await verifyLedger(copy, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
      const { outcome, findings } = await verifyLedger(copy, { trust, receipts: [last] });
      expect([outcome, findings.map(({ code }) => code)]).toEqual(['tampered', ['receipt/slot']]);
      expect(findings[0]?.detail).toMatch(detail);
    }
  });

  it(titleOf(8), async () => {
    const { store, ledger, signer, verify } = await target();
    await storeRecord(ledger, STREAM, await record(8, signer));
    await append(ledgerOn(new SeeingNoRecords(store), signer), STREAM, await record(9, signer));
    expect(await verify()).toEqual({ outcome: 'allow', said: [['record/pending', expect.stringMatching(/^Stored/)]] });
    await append(ledger, STREAM, await record(10, signer));
    expect(await verify()).toEqual({ outcome: 'allow', said: [] });
  });

  it(titleOf(9), async () => {
    const { store, signer, verify } = await target();
    const byClock = (start: number) => evidenceLog(ledgerOn(store, signer, tickingClock(start)), STREAM, (n) => randomBytes(n));
    await sealLedger(sealerOn(store, testLogKey(), tickingClock(SEAL_TIME)));
    await byClock(SEAL_TIME).append(intent());
    expect(await verify()).toEqual({ outcome: 'allow', said: [] });
    await byClock(START).append(intent());
    const { outcome, said } = await verify();
    expect([outcome, said]).toEqual([
      'tampered',
      [['record/time', expect.stringMatching(/^It names a checkpoint that was not there before /)]],
    ]);
  });

  it(`${titleOf(11)}; here nothing refuses it, and verify finds it`, async () => {
    const { store, put, verify } = await target();
    const bytes = await record(9, testSigner());
    const key = `v1/records/${STREAM}/${START + 900}-${sha256(bytes).slice('sha256:'.length)}`;
    await put(key, bytes, { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(Date.now() + 3_600_000) });
    expect(store.lockedDays).toBe(1);
    const { outcome, said } = await verify();
    expect(outcome).toBe('tampered');
    expect(said).toContainEqual(['retention/short', 'It is locked for 0 days from its creation, and 1 day is asked for.']);
  });

  it(titleOf(12), async () => {
    const { put, verify, ledger, signer, last } = await target();
    await put(slotKey(STREAM, last.slot + 1), 'garbage');
    await put('v1/segments/42/0000900000000000', 'garbage');
    expect((await append(ledger, STREAM, await record(9, signer))).slot).toBe(last.slot + 2);
    expect(await verify()).toEqual({
      outcome: 'tampered',
      said: [
        ['slot/void', 'The bytes are no slot of this number; it holds nothing.'],
        ['slot/beyond-gap', 'It lies beyond a gap; the stream ends at slot 5.'],
      ],
    });
  });

  it(titleOf(13), async () => {
    const { store, ledger, put, verify, signer, last } = await target();
    const { record_name: name } = await storeRecord(ledger, STREAM, await record(9, signer));
    const slot = nextSlot(STREAM, await readHead(store, STREAM, last.slot), [name], []);
    await put(slotKey(STREAM, slot.seq), await sealSlot({ ...slot, recent: slot.recent.slice(1) }, ledger));
    expect(await verify()).toEqual({
      outcome: 'tampered',
      said: [['slot/recent', 'What it says about recent records is not what earlier slots hold.']],
    });
  });

  it(`${titleOf(15)}: here another key`, async () => {
    const { trust } = await target();
    const { store } = await target(); // by a key that the trust file does not name
    expect(await verifyLedger(store)).toMatchObject({ outcome: 'allow', trust: { kind: 'none' } });
    const { outcome, findings } = await verifyLedger(store, { trust });
    expect(outcome).toBe('tampered');
    expect(findings.map(({ code, detail }) => [code, detail])).toContainEqual([
      'slot/genesis',
      `The trust file names ${trust.streams[STREAM]?.genesis} as the first slot.`,
    ]);
  });

  it(titleOf(16), async () => {
    const { put, verify, ledger, signer } = await target();
    const twice = Buffer.from(await record(9, signer))
      .toString()
      .replace('{', '{"payloadType":"application/json",');
    await put(`v1/records/42/${START + 500}-${sha256(Buffer.from(twice)).slice('sha256:'.length)}`, twice);
    await append(ledger, STREAM, await record(10, signer));
    expect(await verify()).toEqual({
      outcome: 'tampered',
      said: [['record/signature', 'Not signed as it should be: the bytes are no Statement in an envelope.']],
    });
  });

  it(titleOf(18), async () => {
    const { put, verify, ledger, signer } = await target();
    const sbom = new TextEncoder().encode('the real SBOM');
    const { key } = await putBlob(ledgerOn(new MemoryStore(), signer), STREAM, sbom);
    await put(key, 'squatter');
    expect(await putBlob(ledger, STREAM, sbom)).toMatchObject({ squatted: true, key: `${key}~1` });
    expect(await verify()).toEqual({
      outcome: 'tampered',
      said: [['blob/squatted', 'The bytes are not those that the name says; the right ones lie beside it under ~1.']],
    });
  });
});
