import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey } from '@proofrail/core/ledger';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import type { ObjectStore } from '@proofrail/core/ports';
import { readPolicy, type S3Call } from '@proofrail/testkit';
import { record, STREAM } from '../../../../test/ledger/small-ledger.ts';
import { S3Store } from '../src/s3-store.ts';
import { AttackedServer } from './attacks/attacked-bucket.ts';

const attacked = await AttackedServer.start();
const { server } = attacked;
const { uri, bucket, store, ledger, signer, trust, receipts } = await attacked.bucket('policed');
const records = 120;
for (let n = receipts.length + 1; n <= records; n++) await append(ledger, STREAM, await record(n, signer));
const verify = (options: VerifyOptions = {}, by: ObjectStore = store) => verifyLedger(by, { trust, ...options });

afterAll(() => attacked.close());
beforeEach(() => server.fail(null));

const isRead = ({ operation }: S3Call): boolean => operation === 'GetObject' || operation === 'ListObjectVersions';

describe('a bucket is verified', () => {
  it('by many reads at a time, and never by more than 64, in the order of the ledger', async () => {
    let underWay = 0;
    let most = 0;
    const counting: ObjectStore = {
      uri,
      assurance: store.assurance,
      create: (key, bytes) => store.create(key, bytes),
      listVersions: (prefix, options) => store.listVersions(prefix, options),
      async read(key, version) {
        most = Math.max(most, (underWay += 1));
        const answer = await store.read(key, version);
        underWay -= 1;
        return answer;
      },
    };
    expect(await verify({}, counting)).toMatchObject({ outcome: 'allow', streams: [{ verified: records }] });
    expect(most).toBe(64);
  });

  it.each(['slow-down', 'lost-request', 'lost-answer', 'error-after'] as const)(
    'through bursts of %s',
    async (fault) => {
      server.fail((call) => (isRead(call) && call.number % 5 === 0 ? fault : null));
      expect(await verify()).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: records }] });
    },
    60_000,
  );

  it('through a time in which it answers nothing at all', async () => {
    const over = Date.now() + 3_000;
    server.fail((call) => (call.operation === 'GetObject' && Date.now() < over ? 'slow-down' : null));
    expect(await verify()).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: records }] });
  }, 60_000);

  it('but for what stays unreadable, which is named by its key and ends in 3', async () => {
    const key = recordKey(STREAM, receipts[1]?.record_name ?? ('' as never));
    server.fail((call) => (call.key === key ? 'slow-down' : null));
    const { outcome, findings, streams } = await verify();
    expect([outcome, streams[0]?.unreadable, streams[0]?.verified]).toEqual(['unavailable', 1, records - 1]);
    expect(findings).toMatchObject([{ kind: 'unreadable', key, detail: 'It cannot be read: 503 SlowDown.' }]);
    expect(await store.read(key)).toEqual({ kind: 'unreadable', cause: '503 SlowDown', passing: true });
  }, 60_000);

  it('never by a role that may list and not read: nothing is verified, each object is named, and it ends in 3', async () => {
    const Statement = [{ Effect: 'Allow', Action: ['s3:ListBucket*', 's3:GetBucket*'], Resource: '*' }];
    const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
    server.state.accessKeys.set('AKIALISTS', { id: 'AKIALISTS', secret: 'of the lister', policy });
    const credentials = { accessKeyId: 'AKIALISTS', secretAccessKey: 'of the lister' };
    const lister = await S3Store.open(uri, { endpoint: { url: server.url, pathStyle: true }, credentials });
    const { outcome, findings, streams } = await verify({}, lister);
    const denied = await lister.read(slotKey(STREAM, 1));
    server.state.accessKeys.delete('AKIALISTS');
    const unknown = await lister.read(slotKey(STREAM, 1));
    lister.close();
    expect(denied).toEqual({ kind: 'unreadable', cause: '403 AccessDenied' }); // as often as it asks
    expect(unknown).toEqual({ kind: 'unreadable', cause: '403 InvalidAccessKeyId', passing: true }); // whatever the object is
    expect([outcome, streams[0]?.verified]).toEqual(['unavailable', 0]);
    expect(new Set(findings.map(({ kind, detail }) => [kind, detail].join()))).toEqual(
      new Set(['unreadable,The slot cannot be read: 403 AccessDenied.', 'unreadable,It cannot be read: 403 AccessDenied.']),
    );
    const named = new Set(findings.map(({ key }) => key));
    expect([...server.state.bucket(bucket).keys('v1/')].filter((key) => !named.has(key))).toEqual([]);
  });

  it('never where it cannot be listed, and an empty one is not ok', async () => {
    server.fail((call) => (call.operation === 'ListObjectVersions' ? 'slow-down' : null));
    await expect(verify()).rejects.toMatchObject({ outcome: 'unavailable', code: 'store/unavailable' });
    server.fail(null);
    expect((await verifyLedger(store, { stream: '43' as never })).outcome).toBe('invalid');
  }, 60_000);
});
