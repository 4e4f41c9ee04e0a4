import {
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketReplicationCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  PutObjectLockConfigurationCommand,
  PutObjectRetentionCommand,
} from '@aws-sdk/client-s3';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append, parseStreamId, slotKey } from '@proofrail/core/ledger';
import { presignedUrl, signedRequest } from '@proofrail/testkit';
import { record, STREAM } from '../../../../../test/ledger/small-ledger.ts';
import { AttackedServer, type AttackedBucket } from './attacked-bucket.ts';
import { titleOf } from './ends.ts';

const attacked = await AttackedServer.start();
afterAll(() => attacked.close());
const policed = await attacked.bucket('policed');
const open = await attacked.bucket('unpoliced');

type Act = (target: AttackedBucket) => Promise<unknown>;
const SLOT = slotKey(STREAM, 1);
const DAY = 86_400_000;
const inDays = (days: number): Date => new Date(attacked.server.state.now + days * DAY);

/** The statement that stopped the act, or how far it came. */
async function outcomeOf(act: Act, target: AttackedBucket): Promise<string> {
  try {
    await act(target);
    return 'done';
  } catch (cause) {
    const refusal = cause as { readonly name: string; readonly $metadata?: { readonly httpStatusCode?: number } };
    return attacked.refusedBy() ?? refusal.name;
  }
}

/** `command`: any of the SDK's, each of which `send` has an overload for. */
const object =
  (command: (at: { readonly Bucket: string; readonly Key: string; readonly Body: string }) => object): Act =>
  ({ attacker, bucket: Bucket }) =>
    attacker.send(command({ Bucket, Key: SLOT, Body: 'x' }) as PutObjectCommand);

const HEADERS = { 'if-none-match': '*' };
const credentials = attacked.credentials;

async function unlessRefused(answer: Promise<Response>): Promise<void> {
  const text = await (await answer).text();
  const code = /<Code>(\w+)/.exec(text)?.[1];
  if (code !== undefined) throw Object.assign(new Error(text), { name: code });
}

const presigned: Act = ({ bucket }) => {
  const url = presignedUrl({ method: 'PUT', url: `${attacked.server.url}/${bucket}/${SLOT}`, headers: HEADERS, credentials });
  return unlessRefused(fetch(url, { method: 'PUT', headers: HEADERS, body: 'x' }));
};

const underTheirKey: Act = ({ bucket }) => {
  const url = `${attacked.server.url}/${bucket}/v1/w`;
  const headers = { ...HEADERS, 'x-amz-server-side-encryption-customer-algorithm': 'AES256' };
  return unlessRefused(fetch(url, signedRequest({ method: 'PUT', url, headers, body: 'x', credentials })));
};

/** What is tried, the statement of the deny set that stops it, and what happens where there is no deny set. */
type Row = readonly [what: string, act: Act, statement: string, otherwise: string];

const rows = (title: string, table: readonly Row[]): void =>
  describe(title, () => {
    it.each(table)('%s', async (_, act, statement, otherwise) => {
      expect(await outcomeOf(act, policed)).toBe(statement);
      expect(await outcomeOf(act, open)).toBe(otherwise);
    });
  });

rows(titleOf(2), [
  ['by a plain PUT', object((at) => new PutObjectCommand(at)), 'CreateOnly', 'done'],
  [
    'by a copy',
    object((at) => new CopyObjectCommand({ ...at, CopySource: `${at.Bucket}/${slotKey(STREAM, 2)}` })),
    'CreateOnly',
    'done',
  ],
  [
    'by a copy that says If-None-Match',
    object((at) => new CopyObjectCommand({ ...at, Key: 'v1/x', CopySource: `${at.Bucket}/${SLOT}`, IfNoneMatch: '*' })),
    'NoCopies',
    'done',
  ],
  ['in parts', object((at) => new CreateMultipartUploadCommand(at)), 'CreateOnly', 'done'],
  ['by an address signed beforehand', presigned, 'SignedInHeaders', 'PreconditionFailed'],
  ['after a marker', object((at) => new DeleteObjectCommand(at)), 'NothingGoes', 'done'],
]);

rows(titleOf(10), [
  [
    'by a rule of the bucket',
    object(({ Bucket }) => {
      const Destination = { Bucket: 'arn:aws:s3:::elsewhere' };
      const Rules = [{ Status: 'Enabled' as const, Prefix: '', Destination }];
      return new PutBucketReplicationCommand({ Bucket, ReplicationConfiguration: { Role: 'arn:aws:iam::1:role/r', Rules } });
    }),
    'ConfigurationStays',
    'NotImplemented', // the fake replicates nothing
  ],
]);

rows(titleOf(11), [
  [
    'in the headers of a new object',
    object(
      (at) =>
        new PutObjectCommand({
          ...at,
          Key: 'v1/y',
          IfNoneMatch: '*',
          ObjectLockMode: 'COMPLIANCE',
          ObjectLockRetainUntilDate: inDays(0.01),
        }),
    ),
    'LocksAreTheBuckets',
    'done',
  ],
  [
    'by default, for all that comes',
    object(
      ({ Bucket }) =>
        new PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } }),
    ),
    'ConfigurationStays',
    'done',
  ],
  [
    'on what is there, which COMPLIANCE refuses without any policy',
    object(
      ({ Bucket }) =>
        new PutObjectRetentionCommand({
          Bucket,
          Key: slotKey(STREAM, 2),
          Retention: { Mode: 'COMPLIANCE', RetainUntilDate: inDays(0.01) },
        }),
    ),
    'LocksAreTheBuckets',
    'AccessDenied',
  ],
]);

rows(titleOf(14), [
  [
    'by a rule that lets it expire',
    object(({ Bucket }) => {
      const Rules = [{ Status: 'Enabled' as const, Filter: { Prefix: '' }, Expiration: { Days: 1 } }];
      return new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules } });
    }),
    'ConfigurationStays',
    'NotImplemented', // nothing expires in the fake
  ],
  [
    'under a key of the attacker',
    object(
      (at) =>
        new PutObjectCommand({
          ...at,
          Key: 'v1/z',
          IfNoneMatch: '*',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId: 'arn:aws:kms:us-east-1:1:key/theirs',
        }),
    ),
    'OurKey',
    'done',
  ],
  ['under a key that S3 never keeps', underTheirKey, 'NoKeyOfTheSender', 'NotImplemented'], // the fake knows no SSE-C
  [
    'by an end of versions',
    object(({ Bucket }) => new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } })),
    'ConfigurationStays',
    'InvalidBucketState',
  ],
]);

rows(titleOf(17), [
  [
    'by retention',
    object(
      ({ Bucket }) =>
        new PutObjectRetentionCommand({
          Bucket,
          Key: slotKey(STREAM, 3),
          Retention: { Mode: 'COMPLIANCE', RetainUntilDate: inDays(36_500) },
        }),
    ),
    'LocksAreTheBuckets',
    'done',
  ],
  [
    'by legal hold',
    object(({ Bucket }) => new PutObjectLegalHoldCommand({ Bucket, Key: slotKey(STREAM, 3), LegalHold: { Status: 'ON' } })),
    'NoHoldsAndNoBypass',
    'done',
  ],
]);

describe(titleOf(4), () => {
  it('lies outside what the role of a writer may touch', async () => {
    const { ledger, signer } = await attacked.bucket('policed');
    const attempt = append(ledger, parseStreamId('43'), await record(1, signer));
    await expect(attempt).rejects.toMatchObject({ outcome: 'unavailable', code: 'store/denied' });
    expect(attacked.server.calls().filter(({ deniedBy }) => deniedBy === 'nothing allows it')).not.toEqual([]);
  });
});

describe('the deny set', () => {
  it('refuses each key of a bulk deletion by itself', async () => {
    const { attacker, bucket: Bucket } = policed;
    const { Errors } = await attacker.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: SLOT }] } }));
    expect(Errors).toMatchObject([{ Key: SLOT, Code: 'AccessDenied' }]);
  });

  it('refuses everything over plain HTTP', async () => {
    attacked.server.state.transport = 'plain';
    const read = object(({ Bucket }) => new ListObjectVersionsCommand({ Bucket }));
    const write = object((at) => new PutObjectCommand({ ...at, Key: 'v1/p', IfNoneMatch: '*' }));
    expect([await outcomeOf(read, policed), await outcomeOf(write, policed)]).toEqual(['OverTls', 'OverTls']);
    attacked.server.state.transport = 'tls';
  });

  it('lets through all that writing and verifying needs', async () => {
    const { ledger, signer, verify } = policed;
    await append(ledger, STREAM, await record(10, signer));
    expect((await verify()).outcome).toBe('allow');
  });
});
