import { afterAll, expect, it } from '@jest/globals';
import {
  announcePointers,
  inspectorOf,
  KeptCheck,
  pointerSubject,
  putBlob,
  putPointers,
  Vouching,
  type PointerSubject,
} from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey } from '@proofrail/core/ports';
import { startFakeS3 } from '@proofrail/testkit';
import { ask, COMMIT, releasesOn } from '../../../../test/ledger/releases.ts';
import { remembering } from '../../../../test/ledger/remembering-inspector.ts';
import { bytesOf } from '../../../../test/ledger/small-ledger.ts';
import { intent, OWN, witnessedLedger } from '../../../../test/ledger/witnessed-ledger.ts';
import { inRequiredRun } from '../../../../test/required-run.ts';
import { S3Store } from '../src/s3-store.ts';

const server = await startFakeS3();
afterAll(() => server.close());

/** A bucket with nothing in it; whoever owns the disk under it can change what lies there without leaving a trace. */
async function emptyBucket(name: string) {
  const bucket = server.state.createBucket(name, {
    defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 1 } },
  });
  const store = await S3Store.open(`s3://${name}?region=us-east-1`, {
    endpoint: { url: server.url, pathStyle: true },
    credentials: server.credentials,
  });
  const bytesAt = (key: string): Buffer => {
    const content = bucket.current(key)?.content;
    if (content === null || content === undefined) throw new Error(`nothing at ${key}`);
    return content.bytes;
  };
  const keys = (area: string): string[] => [...bucket.keys(`v1/${area}/`)];
  return { store, bytesAt, keys };
}

/** Flips one bit of each byte, another one in the next byte; alone, this file tries one byte in some. */
async function flipEach(bytes: Buffer, look: (place: string) => Promise<void>): Promise<void> {
  for (let at = 0; at < bytes.length; at += inRequiredRun(1, 17)) {
    const was = bytes[at] ?? 0;
    bytes[at] = was ^ (1 << (at & 7));
    await look(`byte ${at}`);
    bytes[at] = was;
  }
}

it('finds a changed byte wherever it lies: in a segment, a record, a blob, a receipt of the platform or a pointer', async () => {
  const { store, bytesAt, keys } = await emptyBucket('evidence');
  const { store: written, attachments, ledger, log, trust } = witnessedLedger({ key: 'lasting' });
  const { receipt } = await log().append(intent());
  const subjects = [pointerSubject(COMMIT) as PointerSubject];
  await announcePointers(ledger, OWN, receipt.record, subjects);
  await putPointers(ledger, receipt, subjects);
  await putBlob(ledger, OWN, new TextEncoder().encode('an SBOM'));
  for (const key of written.keys()) await store.create(key, await bytesOf(written, key));
  const fresh = inspectorOf(store, new Vouching(trust, store, attachments));
  const untouched = remembering(fresh);
  const verify = (changed: string) => {
    const inspector = untouched.except(changed as ObjectKey, fresh);
    return verifyLedger(store, { trust, attachments, reading: { kept: KeptCheck.of(store, 0), inspector } });
  };
  expect(await verify('')).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: 1, blobs: 1, pointers: 2 }] });

  const [record = ''] = keys('records');
  for (const area of ['segments', 'records', 'blobs', 'receipts', 'by']) {
    expect(keys(area)).toHaveLength(area === 'by' ? 2 : 1); // a pointer and its announcement
    for (const key of keys(area)) {
      const looked = area === 'receipts' ? record : key; // a receipt is read with its record
      await flipEach(bytesAt(key), async (place) => {
        const { outcome, findings } = await verify(looked);
        expect([key, place, outcome, findings.some((one) => one.key === key)]).toEqual([key, place, 'tampered', true]);
      });
    }
  }
  expect((await verify('')).outcome).toBe('allow'); // each was put right again
}, 600_000);

it('answers the same, and from the stream itself, whatever byte of a pointer was changed', async () => {
  const { store, bytesAt, keys } = await emptyBucket('releases');
  const { decide, archive, trust } = releasesOn(store);
  await decide('allow');
  await archive();
  const { answer: right } = await ask(store, { trust });
  expect(right).toMatchObject({ outcome: 'allow', foundBy: 'pointers' });
  const pointers = keys('by').filter((key) => !key.endsWith('~'));
  expect(pointers.length).toBeGreaterThan(1);
  for (const key of pointers)
    await flipEach(bytesAt(key), async (place) => {
      const { answer } = await ask(store, { trust });
      expect([key, place, answer]).toEqual([key, place, { ...right, foundBy: 'stream' }]);
    });
}, 600_000);
