import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LedgerObject } from '@proofrail/audit/cloudtrail';
import type { ObjectKey, ObjectStore, VersionId } from '@proofrail/core/ports';
import { openLedger, openLockKeeper } from '@proofrail/machine';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { MemoryStore } from '@proofrail/store-memory';
import { holdsStill } from './holds-still.ts';
import { ledgerObjects } from './ledger-objects.ts';

const ACCOUNT = '123456789012';
const DAY = 86_400_000;
const KEY = 'v1/records/42/one' as ObjectKey;
const environment = { ...process.env };
let server: FakeS3;

beforeAll(async () => {
  server = await startFakeS3({ account: ACCOUNT });
  process.env['AWS_ACCESS_KEY_ID'] = server.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = server.credentials.secretAccessKey;
});
afterAll(async () => {
  process.env = environment;
  await server.close();
});

async function oneObject(bucket: string, mode: 'COMPLIANCE' | 'GOVERNANCE') {
  server.state.createBucket(bucket, { defaultRetention: { mode, period: { unit: 'Days', length: 30 } } });
  const uri = `s3://${bucket}/some/where?region=us-east-1&owner=${ACCOUNT}`;
  const options = { s3Endpoint: server.url, s3PathStyle: true };
  const store = await openLedger(uri, options);
  await store.create(KEY, new Uint8Array(1));
  const [object] = await ledgerObjects(store, 'some/where/');
  return { store, object: object as LedgerObject, keeper: await openLockKeeper(uri, options) };
}
const holds = (store: ObjectStore, object: LedgerObject) => holdsStill(store, 'some/where/')?.(object) ?? null;

it('a lock as the bucket gives it holds, one that was lengthened too, and none that ends before', async () => {
  const { store, object, keeper } = await oneObject('locked', 'COMPLIANCE');
  expect(await holds(store, object)).toBe(true);
  await keeper.lengthen(KEY, object.version as VersionId, server.state.now + 90 * DAY);
  expect(await holds(store, object)).toBe(true);
  const retention = { mode: 'COMPLIANCE', until: server.state.now + 20 * DAY } as const;
  server.state.bucket('locked').lock(object.key, object.version ?? '', { retention });
  expect(await holds(store, object)).toBe(false);
  expect(await holds(store, { ...object, version: '0'.repeat(32) })).toBe(false);
});

it('nothing is said of a bucket whose locks somebody may lift, nor of a copy', async () => {
  const { store, object } = await oneObject('liftable', 'GOVERNANCE');
  expect([await holds(store, object), await holds(new MemoryStore(), object)]).toEqual([null, null]);
});
