import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append, putBlob, slotKey, store as storeRecord } from '@proofrail/core/ledger';
import { sha256 } from '@proofrail/core/canonical';
import { ledgerOn, record, START, STREAM } from '../../../../../test/ledger/small-ledger.ts';
import { MemoryStore } from '@proofrail/store-memory';
import { AttackedServer, type AttackedBucket } from './attacked-bucket.ts';
import { titleOf } from './ends.ts';
import { SeeingNoRecords } from './seeing-no-records.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());

const put = ({ attacker, bucket: Bucket }: AttackedBucket, Key: string, Body: string) =>
  attacker.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' }));

it('finds nothing in a bucket that nobody attacked', async () => {
  const { verify, receipts } = await attacked.bucket('policed');
  const answer = await verify({ receipts });
  expect(answer).toMatchObject({ outcome: 'allow', assurance: 'locked', findings: [] });
  expect(answer.streams).toMatchObject([{ verified: 3, blobs: 1 }]);
});

describe(titleOf(1), () => {
  it('stops honest writers, who look at versions, and shows what lies underneath', async () => {
    const target = await attacked.bucket('unpoliced');
    const { attacker, bucket: Bucket, ledger, signer, last, verify } = target;
    const Key = slotKey(STREAM, last.slot);
    await attacker.send(new DeleteObjectCommand({ Bucket, Key }));
    await expect(append(ledger, STREAM, await record(9, signer))).rejects.toMatchObject({
      outcome: 'tampered',
      code: 'ledger/hidden',
    });
    const hidden = await verify();
    expect(hidden.outcome).toBe('tampered');
    expect(hidden.findings.filter(({ code }) => code !== 'record/pending')).toMatchObject([
      { code: 'slot/marker', slot: 3, detail: 'A delete marker lies on the object; its bytes are still there underneath.' },
    ]);
    await put(target, Key, 'another tail'); // a naive writer may: the marker counts as nothing there
    const rewritten = await verify();
    expect(rewritten.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['slot/marker', 'slot/second-version']));
    expect(rewritten.streams).toMatchObject([{ verified: 3 }]);
  });
});

describe(titleOf(8), () => {
  it('names the record that waits, until any honest writer adopts it', async () => {
    const { ledger, signer, store, verify } = await attacked.bucket('policed');
    await storeRecord(ledger, STREAM, await record(8, signer));
    await append(ledgerOn(new SeeingNoRecords(store), signer), STREAM, await record(9, signer));
    const waiting = await verify();
    expect(waiting.findings).toMatchObject([{ kind: 'pending', code: 'record/pending' }]);
    expect(waiting.streams).toMatchObject([{ verified: 4 }]);
    await append(ledger, STREAM, await record(10, signer));
    expect(await verify()).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: 6 }] });
  });
});

describe(titleOf(12), () => {
  it('holds nothing, is named, and blocks nobody', async () => {
    const target = await attacked.bucket('policed');
    const { ledger, signer, last, verify } = target;
    await put(target, slotKey(STREAM, last.slot + 1), 'garbage');
    await put(target, 'v1/segments/42/0000900000000000', 'garbage');
    expect((await append(ledger, STREAM, await record(9, signer))).slot).toBe(last.slot + 2);
    const { outcome, findings } = await verify();
    expect([outcome, findings.map(({ code, detail }) => [code, detail])]).toEqual([
      'tampered',
      [
        ['slot/void', 'The bytes are no slot of this number; it holds nothing.'],
        ['slot/beyond-gap', 'It lies beyond a gap; the stream ends at slot 5.'],
      ],
    ]);
  });
});

describe(titleOf(16), () => {
  it('counts as no record, though a slot holds it and its bytes are what its name says', async () => {
    const target = await attacked.bucket('policed');
    const { ledger, signer, verify } = target;
    const honest = Buffer.from(await record(9, signer)).toString();
    const twice = honest.replace('{', '{"payloadType":"application/json",');
    await put(target, `v1/records/42/${START + 500}-${sha256(Buffer.from(twice)).slice('sha256:'.length)}`, twice);
    await append(ledger, STREAM, await record(10, signer));
    const { outcome, findings, streams } = await verify();
    expect([outcome, streams[0]?.verified]).toEqual(['tampered', 4]);
    expect(findings).toMatchObject([
      { code: 'record/signature', slot: 4, detail: 'Not signed as it should be: the bytes are no Statement in an envelope.' },
    ]);
  });
});

describe(titleOf(18), () => {
  it('keeps the right bytes beside the squatter, and names it', async () => {
    const target = await attacked.bucket('policed');
    const sbom = new TextEncoder().encode('the real SBOM');
    const { key } = await putBlob(ledgerOn(new MemoryStore(), target.signer), STREAM, sbom);
    await put(target, key, 'squatter');
    expect(await putBlob(target.ledger, STREAM, sbom)).toMatchObject({ squatted: true, key: `${key}~1` });
    expect((await target.verify()).findings).toMatchObject([
      {
        code: 'blob/squatted',
        key,
        detail: 'The bytes are not those that the name says; the right ones lie beside it under ~1.',
      },
    ]);
  });
});
