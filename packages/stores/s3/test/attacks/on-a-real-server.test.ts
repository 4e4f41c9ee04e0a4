import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { append, putBlob, recordKey, slotKey } from '@proofrail/core/ledger';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import {
  fill,
  ledgerOn,
  record,
  START,
  STREAM,
  testSigner,
  trustIn,
  type TestSigner,
} from '../../../../../test/ledger/small-ledger.ts';
import { describeSeaweedFs } from '../../../../../test/s3/describe-seaweedfs.ts';
import { makeBucket } from '../../src/make-bucket.ts';
import { connectS3, type S3Options } from '../../src/s3-connection.ts';
import { parseS3Uri } from '../../src/s3-uri.ts';
import { S3Store } from '../../src/s3-store.ts';
import { titleOf } from './ends.ts';

/** The attacks that SeaweedFS lets somebody act out: it enforces no deny set and replicates nothing, and its locks outlast a test. */
describeSeaweedFs('on SeaweedFS', (server) => {
  const options = (): S3Options => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });
  beforeAll(() => makeBucket('s3://evidence?region=us-east-1', 1, options()));
  let ledgers = 0;

  /** Three records in a ledger of its own, and somebody who may do anything there. */
  async function target() {
    const uri = `s3://evidence/attacked-${(ledgers += 1)}?region=us-east-1`;
    const store = await S3Store.open(uri, options());
    const signer = testSigner();
    const ledger = ledgerOn(store, signer);
    const receipts = await fill(ledger, 3);
    const trust = trustIn([signer], receipts[0] ?? null);
    const last = receipts[2];
    if (last === undefined) throw new Error('three records were written');
    const { prefix } = parseS3Uri(uri);
    const { once, target: bucket } = connectS3(parseS3Uri(uri), options());
    const at = (key: string) => ({ ...bucket, Key: prefix + key });
    return {
      ...{ store, signer, ledger, last, trust },
      hide: (key: string) => once.send(new DeleteObjectCommand(at(key))),
      put: (key: string, Body: string | Uint8Array, more: object = {}) =>
        once.send(new PutObjectCommand({ ...at(key), Body, ChecksumAlgorithm: 'SHA256', ...more })),
      verify: async (more: VerifyOptions = {}) => {
        const { outcome, findings } = await verifyLedger(store, { trust, ...more });
        return { outcome, said: findings.map(({ code, detail }) => [code, detail]) };
      },
    };
  }

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
    async function copyWithoutTail(store: ObjectStore, without: readonly string[]): Promise<MemoryStore> {
      const copy = new MemoryStore();
      for await (const { key } of store.listVersions('v1/')) {
        const answer = await store.read(key);
        if (answer.kind === 'found' && !without.includes(key)) await copy.create(key, answer.bytes);
      }
      return copy;
    }

    it(titleOf(3), () => isDenied(copyGoesOn, /^A receipt proves other bytes for this slot: /));

    it(titleOf(6), () => isDenied(() => Promise.resolve(), /^A receipt proves this slot, and the stream ends at slot 2\.$/));

    const copyGoesOn = async (copy: ObjectStore, signer: TestSigner): Promise<void> => {
      await append(ledgerOn(copy, signer), STREAM, await record('another third', signer));
    };

    /** A copy without its tail verifies, whatever was done to it, and does not beside the receipt of the last record. */
    async function isDenied(change: (copy: ObjectStore, signer: TestSigner) => Promise<void>, detail: RegExp): Promise<void> {
      const { store, signer, last, trust } = await target();
      const copy = await copyWithoutTail(store, [slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name)]);
      await change(copy, signer);
      expect(await verifyLedger(copy, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
      const { outcome, findings } = await verifyLedger(copy, { trust, receipts: [last] });
      expect([outcome, findings.map(({ code }) => code)]).toEqual(['tampered', ['receipt/slot']]);
      expect(findings[0]?.detail).toMatch(detail);
    }
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
