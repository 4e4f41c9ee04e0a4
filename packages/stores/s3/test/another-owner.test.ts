import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ProviderId } from '@proofrail/core/evidence';
import type { ObjectKey, VersionId } from '@proofrail/core/ports';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { examineBucket, makeBucket, S3Identities, S3LockKeeper, S3Store, S3Trail } from '../src/index.ts';

const OWNER = '999999999999';
const KEY = 'v1/records/42/1' as ObjectKey;
const VERSION = 'v1' as VersionId;
const PERSON = 'github:1' as ProviderId;

let server: FakeS3;
beforeAll(async () => {
  server = await startFakeS3();
  server.state.createBucket('evidence');
});
afterAll(() => server.close());

async function all<T>(list: AsyncIterable<T>): Promise<void> {
  for await (const _ of list) return;
}

// A bucket of that name in somebody else's account would take evidence, or give some out, like ours.
it('no call of ours is served by a bucket whose owner is not the one that the address names', async () => {
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  const uri = `s3://evidence?region=us-east-1&owner=${OWNER}`;
  const store = await S3Store.open(uri, options);
  const keeper = await S3LockKeeper.open(uri, options);
  const people = await S3Identities.open(uri, options).catch(() => null);
  const trail = await S3Trail.open(uri, options);
  const calls: (() => Promise<unknown>)[] = [
    () => store.create(KEY, new Uint8Array(1)),
    () => store.read(KEY),
    () => store.read(KEY, VERSION),
    () => all(store.listVersions('v1/')),
    () => store.lockOf(KEY, VERSION),
    () => store.isUnlocked(KEY, VERSION),
    () => store.requireVersions(),
    () => keeper.lockOf(KEY, VERSION),
    () => keeper.lengthen(KEY, VERSION, Date.now()),
    () => trail.keys(),
    () => trail.read('a'),
    ...(people === null ? [] : [() => people.keyOf(PERSON), () => all(people.subjects()), () => people.erase(PERSON)]),
    () => examineBucket(uri, 1, options),
    () => makeBucket(uri, 1, options),
  ];
  for (const call of calls) await call().catch(() => undefined);
  const seen = server.calls().map(({ operation, status }) => ({ operation, status }));
  const served = seen.filter(({ status }) => status !== 403);
  expect(served).toEqual([]);
  expect(new Set(seen.map(({ operation }) => operation)).size).toBeGreaterThan(8);
});
