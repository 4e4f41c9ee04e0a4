import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { recordKey, timeOfName } from '@proofrail/core/ledger';
import { sealLedger, type Sealed } from '@proofrail/core/seal';
import { readPolicy, startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { recordName } from '../../../../packages/core/src/ledger/layout.ts';
import { fill, ledgerOn, record, STREAM, testSigner } from '../../../../test/ledger/small-ledger.ts';
import { sealerOn, testLogKey } from '../../../../test/seal/sealed-ledger.ts';
import { S3Store } from '../src/s3-store.ts';

const DAYS = 30;
const DAY = 86_400_000;
const HOUR = 3_600_000;

let server: FakeS3;
beforeAll(async () => {
  server = await startFakeS3();
});
afterAll(() => server.close());

let buckets = 0;
/** A ledger of two records, in a bucket that locks each for thirty days by itself. */
async function twoRecords() {
  const bucket = `evidence-${++buckets}`;
  server.state.createBucket(bucket, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: DAYS } } });
  const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
  const store = await S3Store.open(`s3://${bucket}?region=us-east-1`, options);
  const signer = testSigner();
  await fill(ledgerOn(store, signer, { now: () => server.state.now }), 2);
  const client = new S3Client({
    region: 'us-east-1',
    endpoint: server.url,
    forcePathStyle: true,
    credentials: server.credentials,
  });
  return { bucket, store, signer, client };
}

/** As a schedule seals: nobody names days. An hour later, so that what lies in no slot is adopted. */
const seal = (store: S3Store, days: number | null = null): Promise<Sealed> =>
  sealLedger({ ...sealerOn(store, testLogKey(), { now: () => server.state.now + HOUR }), days });

describe('a sealer to whom nobody said how long objects must be locked', () => {
  it('notes nothing where each has the lock that the bucket gives', async () => {
    const { store } = await twoRecords();
    expect((await seal(store)).plan.notices).toEqual([]);
  });

  it.each(['COMPLIANCE', 'GOVERNANCE'] as const)(
    'notes a record whose own lock ends earlier, or can be lifted: %s',
    async (mode) => {
      const { bucket, store, signer, client } = await twoRecords();
      const bytes = await record('short', signer);
      const name = recordName(server.state.now, sha256(bytes));
      const days = mode === 'COMPLIANCE' ? 2 : DAYS;
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: recordKey(STREAM, name),
          Body: bytes,
          ChecksumAlgorithm: 'SHA256',
          ObjectLockMode: mode,
          ObjectLockRetainUntilDate: new Date(timeOfName(name) + days * DAY),
        }),
      );
      const { notices } = (await seal(store)).plan;
      expect(notices.map(({ code, key }) => [code, key])).toEqual([
        ['record/adopted', recordKey(STREAM, name)],
        ['retention/short', recordKey(STREAM, name)],
      ]);
    },
  );

  it('counts a lock from when the object was made, whatever time its name says', async () => {
    const { bucket, store, signer, client } = await twoRecords();
    const bytes = await record('set back', signer);
    const name = recordName(server.state.now - (DAYS - 2) * DAY, sha256(bytes));
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: recordKey(STREAM, name),
        Body: bytes,
        ChecksumAlgorithm: 'SHA256',
        ObjectLockMode: 'COMPLIANCE',
        ObjectLockRetainUntilDate: new Date(timeOfName(name) + DAYS * DAY),
      }),
    );
    expect((await seal(store)).plan.notices).toContainEqual({
      code: 'retention/short',
      key: recordKey(STREAM, name),
      stream: STREAM,
    });
  });

  it('holds all of them against more days, where somebody asks for them', async () => {
    const { store } = await twoRecords();
    const { notices } = (await seal(store, 2_555)).plan;
    expect(new Set(notices.map(({ code }) => code))).toEqual(new Set(['retention/short']));
    expect(notices).toHaveLength(4); // two records, two slots
  });

  it('is refused where the role may not read locks: it would say of each that it has none, for ever', async () => {
    const { store } = await twoRecords();
    const Statement = [
      { Effect: 'Allow', Action: 's3:*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:GetObjectRetention', Resource: '*' },
    ];
    const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
    server.state.accessKeys.set('AKIANOLOCKS', { id: 'AKIANOLOCKS', secret: 'of the sealer', policy });
    const credentials = { accessKeyId: 'AKIANOLOCKS', secretAccessKey: 'of the sealer' };
    const blind = await S3Store.open(store.uri, { endpoint: { url: server.url, pathStyle: true }, credentials });
    await expect(seal(blind)).rejects.toMatchObject({ code: 'seal/unreadable', outcome: 'unavailable' });
    expect((await seal(store)).plan).toMatchObject({ n: 1, notices: [] });
  });
});
