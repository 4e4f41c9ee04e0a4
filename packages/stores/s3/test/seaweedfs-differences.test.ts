import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutObjectRetentionCommand,
  PutPublicAccessBlockCommand,
} from '@aws-sdk/client-s3';
import { describeSeaweedFs } from '../../../../test/s3/describe-seaweedfs.ts';
import { checkDifferences } from './differences/check-differences.ts';
import { answer, put, status, type Difference } from './differences/difference.ts';

const DIFFERENCES: readonly Difference[] = [
  {
    what: 'GET of a key under a delete marker',
    aws: '404 with x-amz-delete-marker: true',
    here: '404 without it',
    seen: async (client, Bucket) => {
      await client.send(put(Bucket, 'hidden'));
      await client.send(new DeleteObjectCommand({ Bucket, Key: 'hidden' }));
      const said = await answer(client.send(new GetObjectCommand({ Bucket, Key: 'hidden' })));
      return `${said.status} ${said.headers['x-amz-delete-marker'] === 'true' ? 'with x-amz-delete-marker: true' : 'without it'}`;
    },
  },
  {
    what: 'If-None-Match with anything but *',
    aws: '501',
    here: '200',
    seen: (client, Bucket) => status(client.send(put(Bucket, 'etag', { IfNoneMatch: '"abc"' }))),
  },
  {
    what: 'If-Match on a key that is not there',
    aws: '404',
    here: '412',
    seen: (client, Bucket) => status(client.send(put(Bucket, 'absent', { IfMatch: '"abc"' }))),
  },
  {
    what: 'retention put on a delete marker',
    aws: '405',
    here: '200',
    seen: async (client, Bucket) => {
      await client.send(put(Bucket, 'marker'));
      const { VersionId } = await client.send(new DeleteObjectCommand({ Bucket, Key: 'marker' }));
      const Retention = { Mode: 'COMPLIANCE' as const, RetainUntilDate: new Date(Date.now() + 120_000) };
      return status(client.send(new PutObjectRetentionCommand({ Bucket, Key: 'marker', VersionId, Retention })));
    },
  },
  {
    what: 'a call that expects another owner of the bucket',
    aws: '403',
    here: '200',
    seen: (client, Bucket) => status(client.send(put(Bucket, 'owned', { ExpectedBucketOwner: '999999999999' }))),
  },
  {
    what: 'a listing asked to encode its keys',
    aws: 'says that it did',
    here: 'does not say',
    seen: async (client, Bucket) => {
      const { EncodingType } = await client.send(new ListObjectVersionsCommand({ Bucket, EncodingType: 'url', MaxKeys: 1 }));
      return EncodingType === 'url' ? 'says that it did' : 'does not say';
    },
  },
  {
    what: 'a public access block put on the bucket',
    aws: '200',
    here: '501',
    seen: (client, Bucket) =>
      status(client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: { BlockPublicAcls: true } }))),
  },
  {
    what: 'a policy that denies PUTs without If-None-Match',
    aws: 'plain 403, conditional 200',
    here: 'plain 403, conditional 403',
    seen: async (client, Bucket) => {
      const Condition = { Null: { 's3:if-none-match': 'true' } };
      const statement = {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::${Bucket}/denied/*`,
        Condition,
      };
      const allow = {
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
      };
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow, statement] });
      await client.send(new PutBucketPolicyCommand({ Bucket, Policy }));
      const plain = await status(client.send(put(Bucket, 'denied/a')));
      return `plain ${plain}, conditional ${await status(client.send(put(Bucket, 'denied/b', { IfNoneMatch: '*' })))}`;
    },
  },
];

describeSeaweedFs('where SeaweedFS differs from AWS', (server) => checkDifferences('SeaweedFS', server, DIFFERENCES));
