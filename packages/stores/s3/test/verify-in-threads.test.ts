import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { append, slotKey } from '@proofrail/core/ledger';
import { verifyLedger, type Verification, type VerifyOptions } from '@proofrail/core/verification';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { S3Store } from '../src/s3-store.ts';
import { readPolicy } from '@proofrail/testkit';
import { verifyInParallel } from '../../../machine/src/verify/verify-in-parallel.ts';
import { AttackedServer, type AttackedBucket } from './attacks/attacked-bucket.ts';
import { appendPointed } from '../../../../test/ledger/append-pointed.ts';
import { record, STREAM } from '../../../../test/ledger/small-ledger.ts';

jest.setTimeout(300_000); // three threads that compile their sources first
const attacked = await AttackedServer.start();
const { server } = attacked;
afterAll(() => attacked.close());
beforeEach(() => server.fail(null));

/** However small the ledger. `askers`: how many threads need credentials of their own. */
const WAYS = [
  { way: 'by a team', worth: { team: 0, boundedMemory: Infinity }, askers: 2 },
  { way: 'by a team, in threads of bounded memory', worth: { team: 0, boundedMemory: 0 }, askers: 3 },
];

/** A role whose credentials are handed out by this thread alone. */
async function byRole({ uri }: AttackedBucket, give: () => Promise<typeof server.credentials>): Promise<S3Store> {
  const role = async () => ({ ...(await give()), sessionToken: '', expiration: new Date(Date.now() + 3_600_000) });
  return S3Store.open(uri, { endpoint: { url: server.url, pathStyle: true }, credentials: role });
}

describe.each(WAYS)('a bucket verified $way', ({ worth, askers }) => {
  const inThreads = (store: ObjectStore, options: VerifyOptions): Promise<Verification> =>
    verifyInParallel(store, options, worth);

  it('whole, by a role that this thread holds: the others ask it for credentials, and find none in the environment', async () => {
    const target = await attacked.bucket('policed');
    let given = 0;
    const store = await byRole(target, () => Promise.resolve((given += 1)).then(() => server.credentials));
    const options = { trust: target.trust, receipts: target.receipts };
    const seen: number[] = [];
    const answer = await inThreads(store, { ...options, onProgress: ({ checked }) => void seen.push(checked) });
    store.close();
    expect(answer).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified: 3, blobs: 1 }] });
    expect(answer).toEqual(await target.verify(options));
    expect(seen.at(-1)).toBe(7);
    expect(given).toBeGreaterThanOrEqual(askers);
  });

  it('gives the very same answer as one thread about everything that can be wrong with it at once', async () => {
    const target = await attacked.bucket('unpoliced');
    const { attacker, bucket: Bucket, ledger, signer, receipts, blob, trust, last } = target;
    for (let n = 4; n <= 11; n++) await append(ledger, STREAM, await record(n, signer));
    await appendPointed(ledger, STREAM, await record(12, signer), () => undefined);
    const fake = server.state.bucket(Bucket);
    const keys = [...fake.keys(`v1/records/${STREAM}/`)];
    const put = (Key = '', Body = '') => attacker.send(new PutObjectCommand({ Bucket, Key, Body }));
    const drop = (key = '') => fake.versions(key).forEach(({ id }) => fake.drop(key, id));
    const [hidden, twice, altered, missing] = [keys[0], keys[1], keys[6], keys[7]];
    await attacker.send(new DeleteObjectCommand({ Bucket, Key: hidden }));
    await put(twice, 'a second version');
    drop(altered);
    await put(altered, 'other bytes');
    drop(missing);
    await put(slotKey(STREAM, 13), 'garbage');
    await put('v1/notes/42/1', 'planted');
    for (const key of [...fake.keys('v1/by/')]) await put(key, 'a pointer’s second version');
    fake.replicated(blob, fake.versions(blob)[0]?.id ?? '', server.state.now - 86_400_000);
    server.fail(({ operation, key }) => (operation === 'GetObject' && key === slotKey(STREAM, last.slot) ? 'error-after' : null));
    const options = { trust, receipts, days: 30 };
    const [threads, here] = [await inThreads(target.store, options), await target.verify(options)];
    expect(new Set(here.findings.map(({ kind }) => kind))).toEqual(
      new Set(['altered', 'missing', 'extra', 'hidden', 'short', 'void', 'unreadable', 'pending']),
    );
    expect(here.findings.map(({ code }) => code)).toContain('pointer/second-version');
    expect(here.streams).toMatchObject([{ pointers: 2 }]);
    expect(threads).toEqual(here);
  });

  it('names the same object as one thread where the role may not read locks', async () => {
    const { uri, trust } = await attacked.bucket('policed');
    const Statement = [
      { Effect: 'Allow', Action: ['s3:GetObject*', 's3:List*', 's3:GetBucket*', 'kms:*'], Resource: '*' },
      { Effect: 'Deny', Action: 's3:GetObjectRetention', Resource: '*' },
    ];
    const policy = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement }));
    const credentials = { accessKeyId: 'AKIABLIND', secretAccessKey: 'of the blind' };
    server.state.accessKeys.set('AKIABLIND', { id: 'AKIABLIND', secret: credentials.secretAccessKey, policy });
    const store = await S3Store.open(uri, { endpoint: { url: server.url, pathStyle: true }, credentials });
    const [threads, here] = [await inThreads(store, { trust }), await verifyLedger(store, { trust })];
    store.close();
    expect(threads.findings).toMatchObject([{ code: 'retention/unreadable' }]);
    expect(threads).toEqual(here);
  });

  it('ends as the role says where it is not given any longer, and never as a verified ledger', async () => {
    const target = await attacked.bucket('policed');
    let given = 0;
    const store = await byRole(target, () => {
      given += 1;
      return given > 1 ? Promise.reject(refused) : Promise.resolve(server.credentials);
    });
    await expect(inThreads(store, { trust: target.trust })).rejects.toMatchObject({
      outcome: 'unavailable',
      code: 'role/denied',
    });
    store.close();
  });
});

const detail = { expected: 'a role', found: 'AccessDenied', at: 'arn:aws:iam::123456789012:role/verifier', doThis: 'Let it be.' };
const refused = new UnavailableError('role/denied', detail);
