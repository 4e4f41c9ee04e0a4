import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GetObjectCommand, PutObjectCommand, DeleteObjectCommand } from '@aws-sdk/client-s3';
import type { ObjectKey, ObjectStore, ObjectVersion } from '@proofrail/core/ports';
import { objectStoreContract } from '../../../../test/contract/object-store.ts';
import { inRequiredRun } from '../../../../test/required-run.ts';
import { S3_SERVERS } from '../../../../test/s3/s3-servers.ts';
import { makeBucket } from './make-bucket.ts';
import { connectS3, type S3Options } from './s3-connection.ts';
import { S3Store } from './s3-store.ts';
import { parseS3Uri } from './s3-uri.ts';

const DAY = 86_400_000;
const KEY = 'v1/records/1/a' as ObjectKey;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each(['s3://evidence/v1', 's3://evidence/ledger/v1/', 's3://evidence/v1/records'])(
  'does not open a ledger inside the folders of another, as %s: what it wrote there could never be taken away',
  async (uri) => {
    await expect(
      S3Store.open(`${uri}?region=us-east-1`, { endpoint: { url: 'http://127.0.0.1:1', pathStyle: true } }),
    ).rejects.toMatchObject({
      code: 'ledger/uri',
      doThis: expect.stringMatching(/^leave away \/v1/),
    });
  },
);

describe.each(Object.entries(S3_SERVERS))('on %s', (name, describeServer) => {
  describeServer(name, (server) => {
    const optionsHere = (): S3Options => ({
      endpoint: { url: server().url, pathStyle: true },
      credentials: server().credentials,
    });
    let ledgers = 0;
    const fresh = (): string => `s3://evidence/ledger-${(ledgers += 1)}?region=us-east-1`;
    const open = (): Promise<S3Store> => S3Store.open(fresh(), optionsHere());

    beforeAll(async () => {
      await makeBucket('s3://evidence?region=us-east-1', 1, optionsHere());
    });

    objectStoreContract('S3Store', open);

    describe('S3Store', () => {
      /** What somebody with more rights than a writer can do, by the SDK itself. */
      const attacker = (store: S3Store) => {
        const { patient, target } = connectS3(parseS3Uri(store.uri), optionsHere());
        const at = (key: string) => ({ ...target, Key: `${parseS3Uri(store.uri).prefix}${key}` });
        return {
          hide: (key: string) => patient.send(new DeleteObjectCommand(at(key))),
          overwrite: (key: string, text: string) =>
            patient.send(
              new PutObjectCommand({ ...at(key), Body: bytes(text), ContentLength: text.length, ChecksumAlgorithm: 'SHA256' }),
            ),
          get: (key: string) => patient.send(new GetObjectCommand({ ...at(key), ChecksumMode: 'ENABLED' })),
        };
      };

      it('claims a lock only where the bucket locks by itself, and reads it back from the object', async () => {
        const store = await open();
        const created = await store.create(KEY, bytes('x'));
        if (created.kind !== 'created' || created.version === null) throw new Error(created.kind);
        expect(store.assurance).toBe('locked');
        const lock = await store.lockOf(KEY, created.version);
        expect(lock?.mode).toBe('COMPLIANCE');
        expect(Math.abs((lock?.until ?? 0) - Date.now() - DAY)).toBeLessThan(60_000);
      });

      it('keeps the SHA-256 of each object with it', async () => {
        const store = await open();
        await store.create(KEY, bytes('x'));
        const { ChecksumSHA256 } = await attacker(store).get(KEY);
        expect(ChecksumSHA256).toBe(createHash('sha256').update('x').digest('base64'));
      });

      it('says of an object under a delete marker that it is hidden, also where the server sends no header that tells', async () => {
        const store = await open();
        const created = await store.create(KEY, bytes('x'));
        await attacker(store).hide(KEY);
        expect(await store.read(KEY)).toEqual({ kind: 'hidden' });
        const listed = await list(store, '');
        expect(listed.map(({ kind, newest }) => [kind, newest])).toEqual([
          ['marker', true],
          ['data', false],
        ]);
        const data = listed[1];
        expect(created.kind === 'created' && created.version).toBe(data?.version);
        expect(data?.version && (await store.read(KEY, data.version)).kind).toBe('found');
      });

      it('lists second versions of a key, the earliest last', async () => {
        const store = await open();
        await store.create(KEY, bytes('first'));
        await attacker(store).overwrite(KEY, 'second');
        const listed = await list(store, '');
        expect(listed.map(({ kind, newest, size }) => [kind, newest, size])).toEqual([
          ['data', true, 6],
          ['data', false, 5],
        ]);
      });

      it.each(['a b', 'a+b', 'a%20b', 'ä', 'a&<b', '日本'])('lists a planted key as it is: %j', async (name) => {
        const store = await open();
        await attacker(store).overwrite(name, 'planted');
        expect((await list(store, '')).map(({ key }) => key)).toEqual([name]);
      });

      it('lists more than a page holds (where everything is required), and goes on after any key', async () => {
        const store = await open();
        const keys = Array.from(
          { length: inRequiredRun(1_050, 60) },
          (_, n) => `v1/r/${String(n).padStart(5, '0')}` as ObjectKey,
        );
        for (let from = 0; from < keys.length; from += 50)
          await Promise.all(keys.slice(from, from + 50).map((key) => store.create(key, bytes(key))));
        expect((await list(store, 'v1/')).map(({ key }) => key)).toEqual(keys);
        expect((await list(store, 'v1/', keys[20])).length).toBe(keys.length - 21);
      });

      it('is unavailable, not wrong, where nobody answers, and says what a refused role lacks', async () => {
        const credentials = { ...server().credentials, secretAccessKey: 'wrong' };
        await expect(S3Store.open(fresh(), { ...optionsHere(), credentials })).rejects.toMatchObject({
          outcome: 'unavailable',
          found: '403 SignatureDoesNotMatch',
        });
        const nowhere = async () => list(await S3Store.open('s3://nowhere?region=us-east-1', optionsHere()), ''); // MinIO says so late
        await expect(nowhere()).rejects.toMatchObject({
          outcome: 'unavailable',
          found: '404 NoSuchBucket',
        });
      });
    });
  });
});

async function list(store: ObjectStore, prefix: string, after?: string): Promise<ObjectVersion[]> {
  const versions: ObjectVersion[] = [];
  for await (const version of store.listVersions(prefix, after === undefined ? {} : { after })) versions.push(version);
  return versions;
}
