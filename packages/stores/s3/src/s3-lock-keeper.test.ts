import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ObjectKey, ObjectLock, VersionId } from '@proofrail/core/ports';
import { readPolicy, startFakeS3 } from '@proofrail/testkit';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { makeBucket } from './make-bucket.ts';
import type { S3Options } from './s3-connection.ts';
import { S3LockKeeper } from './s3-lock-keeper.ts';
import { S3Store } from './s3-store.ts';

const DAY = 86_400_000;
const KEY = 'v1/records/42/one' as ObjectKey;

describe.each(Object.entries(S3_SERVERS))('the locks of a bucket on %s', (name, describeServer) => {
  describeServer(name, (server) => {
    const optionsHere = (): S3Options => ({
      endpoint: { url: server().url, pathStyle: true },
      credentials: server().credentials,
    });
    let ledgers = 0;

    beforeAll(async () => {
      await makeBucket('s3://kept-longer?region=us-east-1', 1, optionsHere());
    });

    async function stored() {
      const uri = `s3://kept-longer/ledger-${(ledgers += 1)}?region=us-east-1`;
      const store = await S3Store.open(uri, optionsHere());
      const keeper = await S3LockKeeper.open(uri, optionsHere());
      const created = await store.create(KEY, new TextEncoder().encode('evidence'));
      if (created.kind !== 'created' || created.version === null) throw new Error(created.kind);
      const { version } = created;
      return { store, keeper, version, before: (await keeper.lockOf(KEY, version)) as ObjectLock };
    }

    it('are told as a reader of the object is told them', async () => {
      const { store, version, before } = await stored();
      expect(before).toEqual(await store.lockOf(KEY, version));
      expect(before.mode).toBe('COMPLIANCE');
    });

    it('are lengthened to the second, again as well, and no byte of the object changes', async () => {
      const { store, keeper, version, before } = await stored();
      for (const days of [3, 5]) {
        const until = before.until + days * DAY;
        await keeper.lengthen(KEY, version, until - 999);
        expect(await keeper.lockOf(KEY, version)).toEqual({ mode: 'COMPLIANCE', until: Math.ceil((until - 999) / 1000) * 1000 });
      }
      expect(await store.read(KEY)).toMatchObject({ kind: 'found', bytes: new TextEncoder().encode('evidence'), version });
    });

    it('are never made shorter', async () => {
      const { keeper, version, before } = await stored();
      await expect(keeper.lengthen(KEY, version, before.until - 3_600_000)).rejects.toMatchObject({ outcome: 'unavailable' });
      expect(await keeper.lockOf(KEY, version)).toEqual(before);
    });

    it('of an object that is not there are nobody’s to tell', async () => {
      const { keeper, version } = await stored();
      await expect(keeper.lockOf('v1/records/42/none' as ObjectKey, version)).rejects.toMatchObject({ outcome: 'unavailable' });
    });
  });
});

describe('a keeper', () => {
  const version = '0'.repeat(32) as VersionId;

  it('who may not lengthen is told which role may, and by which permission', async () => {
    await using server = await disposableS3();
    server.state.createBucket('evidence', { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 1 } } });
    const policy = readPolicy(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:*', Resource: '*' },
          { Effect: 'Deny', Action: 's3:PutObjectRetention', Resource: '*' },
        ],
      }),
    );
    server.state.accessKeys.set('AKIAWRITER', { id: 'AKIAWRITER', secret: 'of a writer', policy });
    const options = {
      endpoint: { url: server.url, pathStyle: true },
      credentials: { accessKeyId: 'AKIAWRITER', secretAccessKey: 'of a writer' },
    };
    const uri = 's3://evidence?region=us-east-1';
    const created = await (await S3Store.open(uri, options)).create(KEY, new Uint8Array(1));
    if (created.kind !== 'created' || created.version === null) throw new Error(created.kind);
    const keeper = await S3LockKeeper.open(uri, options);
    await expect(keeper.lengthen(KEY, created.version, Date.now() + 9 * DAY)).rejects.toMatchObject({
      code: 'ledger/not-lengthened',
      outcome: 'unavailable',
      found: '403 AccessDenied',
      at: KEY,
      doThis: expect.stringMatching(/keeper.*s3:PutObjectRetention.*most_retention_days/),
    });
  });

  it('of a bucket without Object Lock is told that there is nothing to lengthen', async () => {
    await using server = await disposableS3();
    server.state.createBucket('plain', { versioning: true });
    const options = { endpoint: { url: server.url, pathStyle: true }, credentials: server.credentials };
    const keeper = await S3LockKeeper.open('s3://plain?region=us-east-1', options);
    await expect(keeper.lockOf(KEY, version)).rejects.toMatchObject({ code: 'ledger/no-locks', outcome: 'invalid' });
  });
});

async function disposableS3() {
  const server = await startFakeS3();
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}
