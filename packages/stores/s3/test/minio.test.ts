import { beforeAll, describe, expect, it } from '@jest/globals';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ObjectKey } from '@proofrail/core/ports';
import { describeMinio } from '../../../../test/s3/describe-minio.ts';
import { makeBucket, S3Store, type S3Options } from '../src/index.ts';
import { answer } from './differences/difference.ts';

const CREATORS = 64;
const ROUNDS = 20;

const key = (name: string): ObjectKey => name as ObjectKey;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describeMinio('on MinIO', (server) => {
  const options = (): S3Options => ({ endpoint: { url: server().url, pathStyle: true }, credentials: server().credentials });
  const sdk = (): S3Client =>
    new S3Client({ endpoint: server().url, forcePathStyle: true, credentials: server().credentials, region: 'us-east-1' });

  describe('a bucket that locks', () => {
    const LEDGER = 's3://evidence/ledger?region=us-east-1';
    beforeAll(async () => {
      await makeBucket(LEDGER, 1, options());
    });

    it(`gives a slot to exactly one of ${CREATORS} that want it at once, ${ROUNDS} times`, async () => {
      const stores = await Promise.all(Array.from({ length: CREATORS }, () => S3Store.open(LEDGER, options())));
      for (let round = 0; round < ROUNDS; round++) {
        const slot = key(`v1/segments/1/${round}`);
        const answers = await Promise.all(stores.map((store, creator) => store.create(slot, bytes(`creator ${creator}`))));
        const owners = answers.flatMap(({ kind }, creator) => (kind === 'created' ? [creator] : []));
        expect([round, owners.length, answers.filter(({ kind }) => kind === 'exists').length]).toEqual([round, 1, CREATORS - 1]);
        const [store] = stores;
        const found = await store?.read(slot);
        expect(found?.kind === 'found' && Buffer.from(found.bytes).toString()).toBe(`creator ${owners[0]}`);
      }
      const versions = [];
      for await (const version of (await S3Store.open(LEDGER, options())).listVersions('v1/segments/')) versions.push(version);
      expect(versions).toHaveLength(ROUNDS); // nobody's bytes lie under the owner's
    }, 300_000);

    it('says itself, as AWS does, that a delete marker hides an object, and the store says it too', async () => {
      const store = await S3Store.open(LEDGER, options());
      await store.create(key('v1/records/1/a'), bytes('x'));
      const hidden = { Bucket: 'evidence', Key: 'ledger/v1/records/1/a' };
      await sdk().send(new DeleteObjectCommand(hidden));
      const { status, headers } = await answer(sdk().send(new GetObjectCommand(hidden)));
      expect([status, headers['x-amz-delete-marker']]).toEqual([404, 'true']);
      expect(await store.read(key('v1/records/1/a'))).toEqual({ kind: 'hidden' });
    });
  });

  describe('a bucket whose ledger names a KMS key', () => {
    const ledger = (kmsKey = server().kmsKey): string => `s3://encrypted/ledger?region=us-east-1&kms-key=${kmsKey}`;
    beforeAll(async () => {
      const steps = await makeBucket(ledger(), 1, options());
      expect(steps.find(({ step }) => step === 'encryption')).toMatchObject({ result: 'done' });
    });

    it('holds objects encrypted with that key, and gives their bytes back', async () => {
      const store = await S3Store.open(ledger(), options());
      expect(await store.create(key('v1/records/1/a'), bytes('secret'))).toMatchObject({ kind: 'created' });
      const head = await sdk().send(new HeadObjectCommand({ Bucket: 'encrypted', Key: 'ledger/v1/records/1/a' }));
      expect([head.ServerSideEncryption, head.SSEKMSKeyId]).toEqual(['aws:kms', `arn:aws:kms:${server().kmsKey}`]);
      expect(await store.read(key('v1/records/1/a'))).toMatchObject({ kind: 'found', bytes: bytes('secret') });
    });

    it('takes nothing under a key that its KMS does not have, and nothing is written', async () => {
      const store = await S3Store.open(ledger('00000000-0000-0000-0000-000000000000'), options());
      await expect(store.create(key('v1/records/1/b'), bytes('x'))).rejects.toMatchObject({ outcome: 'unavailable' });
      expect(await store.read(key('v1/records/1/b'))).toEqual({ kind: 'absent' });
    });
  });
});
