import { afterAll } from '@jest/globals';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectLockConfigurationCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectRetentionCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { minioRole, startFakeIssuer, type RunningFakeIssuer } from '@proofrail/testkit';
import { describeMinio } from '../../../../test/s3/describe-minio.ts';
import type { S3Server } from '../../../../test/s3/s3-servers.ts';
import { AssumedRole } from '../src/index.ts';
import { checkDifferences } from './differences/check-differences.ts';
import { put, status, type Difference } from './differences/difference.ts';

const DIFFERENCES: readonly Difference[] = [
  {
    what: 'a listing of versions after a key outside its prefix',
    aws: '200',
    here: '501',
    seen: (client, Bucket) => status(client.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'a/', KeyMarker: 'b/' }))),
  },
  {
    what: 'the lock of a bucket that is not there',
    aws: 'NoSuchBucket',
    here: 'ObjectLockConfigurationNotFoundError',
    seen: (client) =>
      client.send(new GetObjectLockConfigurationCommand({ Bucket: 'nowhere' })).then(
        () => 'one',
        (error: unknown) => String((error as { name?: unknown }).name),
      ),
  },
  {
    what: 'If-None-Match with anything but *',
    aws: '501',
    here: '200',
    seen: (client, Bucket) => status(client.send(put(Bucket, 'etag', { IfNoneMatch: '"abc"' }))),
  },
  {
    what: 'a copy with If-None-Match onto a key that exists',
    aws: '412',
    here: '200',
    seen: async (client, Bucket) => {
      for (const key of ['source', 'target']) await client.send(put(Bucket, key));
      const copy = { Bucket, Key: 'target', CopySource: `${Bucket}/source`, IfNoneMatch: '*' };
      return status(client.send(new CopyObjectCommand(copy)));
    },
  },
  {
    what: 'versioning suspended under Object Lock',
    aws: '409',
    here: '400',
    seen: (client, Bucket) =>
      status(client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Suspended' } }))),
  },
  {
    what: 'a locked version deleted',
    aws: '403',
    here: '400',
    seen: async (client, Bucket) => {
      const { VersionId } = await client.send(put(Bucket, 'locked'));
      return status(client.send(new DeleteObjectCommand({ Bucket, Key: 'locked', VersionId })));
    },
  },
  {
    what: 'a COMPLIANCE lock shortened',
    aws: '403',
    here: '400',
    seen: (client, Bucket) => relocked(client, Bucket, 'COMPLIANCE', 60_000),
  },
  {
    what: 'a COMPLIANCE lock turned into GOVERNANCE',
    aws: '403',
    here: '400',
    seen: (client, Bucket) => relocked(client, Bucket, 'GOVERNANCE', 172_800_000),
  },
  {
    what: 'a call that expects another owner of the bucket',
    aws: '403',
    here: '200',
    seen: (client, Bucket) => status(client.send(put(Bucket, 'owned', { ExpectedBucketOwner: '999999999999' }))),
  },
  {
    what: 'a public access block put on the bucket',
    aws: '200',
    here: '400',
    seen: (client, Bucket) =>
      status(client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }))),
  },
  {
    what: 'a policy that denies PUTs without If-None-Match',
    aws: '200',
    here: '400',
    seen: async (client, Bucket) => {
      const Condition = { Null: { 's3:if-none-match': 'true' } };
      const Resource = `arn:aws:s3:::${Bucket}/denied/*`;
      const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource, Condition }];
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
      return status(client.send(new PutBucketPolicyCommand({ Bucket, Policy })));
    },
  },
];

/** A version under the bucket's lock of a day, locked anew. */
async function relocked(client: S3Client, Bucket: string, Mode: 'COMPLIANCE' | 'GOVERNANCE', life: number): Promise<string> {
  const Key = `relocked-${Mode}`;
  const { VersionId } = await client.send(put(Bucket, Key));
  const Retention = { Mode, RetainUntilDate: new Date(Date.now() + life) };
  return status(client.send(new PutObjectRetentionCommand({ Bucket, Key, VersionId, Retention })));
}

const AUDIENCE = 'proofrail:ledger';
let tokens: RunningFakeIssuer;

/** A role that the server itself gave out: no policy of a bucket binds it, so that no deny set can be tried here. */
const ofRole = (server: () => S3Server): Difference => ({
  what: 'a delete by a role, which a policy of the bucket denies to everybody',
  aws: '403',
  here: '200',
  seen: async (client, Bucket) => {
    const { url: endpoint } = server();
    const { credentials } = new AssumedRole({
      arn: minioRole(AUDIENCE),
      audience: AUDIENCE,
      sessionName: 'differences',
      sts: endpoint,
      tokens: { tokenFor: (audience) => Promise.resolve(tokens.issuer.token(audience)) },
      hide: () => undefined,
    });
    const Resource = `arn:aws:s3:::${Bucket}/kept/*`;
    const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource }];
    await client.send(new PutBucketPolicyCommand({ Bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement }) }));
    await client.send(put(Bucket, 'kept/a'));
    const role = new S3Client({ endpoint, forcePathStyle: true, credentials, region: 'us-east-1', maxAttempts: 1 });
    return status(role.send(new DeleteObjectCommand({ Bucket, Key: 'kept/a' })));
  },
});

describeMinio(
  'where MinIO differs from AWS',
  (server) => {
    checkDifferences('MinIO', server, [...DIFFERENCES, ofRole(server)]);
    afterAll(() => tokens.close());
  },
  async () => {
    tokens = await startFakeIssuer();
    return { keysAt: tokens.url, audience: AUDIENCE };
  },
);
