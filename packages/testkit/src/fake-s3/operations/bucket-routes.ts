import { Unmodelled } from '../s3-error.ts';
import { CHECKSUM_ALGORITHMS, checksumHeader } from '../state/checksum.ts';
import {
  deleteBucketPolicy,
  getBucketEncryption,
  getBucketLifecycle,
  getBucketPolicy,
  getBucketReplication,
  getPublicAccessBlock,
  putBucketEncryption,
  putBucketPolicy,
  putPublicAccessBlock,
} from './bucket-protection.ts';
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  headBucket,
  listBuckets,
  putBucketVersioning,
} from './buckets.ts';
import type { Context } from './context.ts';
import { deleteObjects } from './delete-objects.ts';
import { listObjectsV2 } from './list-objects.ts';
import { listObjectVersions } from './list-versions.ts';
import { getObjectLockConfiguration, putObjectLockConfiguration } from './lock-configuration.ts';
import type { Outgoing } from '../server/outgoing.ts';
import type { Route } from './route.ts';

const CHECKSUMS = ['x-amz-sdk-checksum-algorithm', ...CHECKSUM_ALGORITHMS.map(checksumHeader)];
const PAGE = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];

type Answer = (context: Context) => Outgoing;

const read = (operation: string, mark: string, action: string, answer: Answer): Route => ({
  operation,
  method: 'GET',
  scope: 'bucket',
  marks: [mark],
  actions: () => [action],
  answer,
});
const write = (operation: string, mark: string, action: string, answer: Answer): Route => ({
  operation,
  method: 'PUT',
  scope: 'bucket',
  marks: [mark],
  headers: CHECKSUMS,
  actions: () => [action],
  answer,
});

/** Known so that a policy can refuse it; whoever may is told that nothing happened. */
const unmodelled =
  (operation: string): Answer =>
  () => {
    throw new Unmodelled(operation);
  };

export const BUCKET_ROUTES: readonly Route[] = [
  { operation: 'ListBuckets', method: 'GET', scope: 'service', actions: () => ['s3:ListAllMyBuckets'], answer: listBuckets },
  {
    operation: 'CreateBucket',
    method: 'PUT',
    scope: 'bucket',
    headers: ['x-amz-bucket-object-lock-enabled', ...CHECKSUMS],
    actions: () => ['s3:CreateBucket'],
    answer: createBucket,
  },
  { operation: 'HeadBucket', method: 'HEAD', scope: 'bucket', actions: () => ['s3:ListBucket'], answer: headBucket },
  { operation: 'DeleteBucket', method: 'DELETE', scope: 'bucket', actions: () => ['s3:DeleteBucket'], answer: deleteBucket },
  {
    operation: 'ListObjectsV2',
    method: 'GET',
    scope: 'bucket',
    marks: ['list-type'],
    query: [...PAGE, 'start-after', 'continuation-token'],
    actions: () => ['s3:ListBucket'],
    answer: listObjectsV2,
  },
  {
    operation: 'ListObjectVersions',
    method: 'GET',
    scope: 'bucket',
    marks: ['versions'],
    query: [...PAGE, 'key-marker', 'version-id-marker'],
    actions: () => ['s3:ListBucketVersions'],
    answer: listObjectVersions,
  },
  {
    operation: 'DeleteObjects',
    method: 'POST',
    scope: 'bucket',
    marks: ['delete'],
    headers: ['x-amz-bypass-governance-retention', ...CHECKSUMS],
    actions: () => [],
    answer: deleteObjects,
  },
  {
    operation: 'DeleteBucketPolicy',
    method: 'DELETE',
    scope: 'bucket',
    marks: ['policy'],
    actions: () => ['s3:DeleteBucketPolicy'],
    answer: deleteBucketPolicy,
  },
  {
    operation: 'DeletePublicAccessBlock',
    method: 'DELETE',
    scope: 'bucket',
    marks: ['publicAccessBlock'],
    actions: () => ['s3:PutBucketPublicAccessBlock'],
    answer: unmodelled('DeletePublicAccessBlock'),
  },
  read('GetBucketLocation', 'location', 's3:GetBucketLocation', getBucketLocation),
  read('GetBucketVersioning', 'versioning', 's3:GetBucketVersioning', getBucketVersioning),
  write('PutBucketVersioning', 'versioning', 's3:PutBucketVersioning', putBucketVersioning),
  read('GetObjectLockConfiguration', 'object-lock', 's3:GetBucketObjectLockConfiguration', getObjectLockConfiguration),
  write('PutObjectLockConfiguration', 'object-lock', 's3:PutBucketObjectLockConfiguration', putObjectLockConfiguration),
  read('GetBucketPolicy', 'policy', 's3:GetBucketPolicy', getBucketPolicy),
  write('PutBucketPolicy', 'policy', 's3:PutBucketPolicy', putBucketPolicy),
  read('GetPublicAccessBlock', 'publicAccessBlock', 's3:GetBucketPublicAccessBlock', getPublicAccessBlock),
  write('PutPublicAccessBlock', 'publicAccessBlock', 's3:PutBucketPublicAccessBlock', putPublicAccessBlock),
  read('GetBucketEncryption', 'encryption', 's3:GetEncryptionConfiguration', getBucketEncryption),
  write('PutBucketEncryption', 'encryption', 's3:PutEncryptionConfiguration', putBucketEncryption),
  read('GetBucketLifecycleConfiguration', 'lifecycle', 's3:GetLifecycleConfiguration', getBucketLifecycle),
  write(
    'PutBucketLifecycleConfiguration',
    'lifecycle',
    's3:PutLifecycleConfiguration',
    unmodelled('PutBucketLifecycleConfiguration'),
  ),
  read('GetBucketReplication', 'replication', 's3:GetReplicationConfiguration', getBucketReplication),
  write('PutBucketReplication', 'replication', 's3:PutReplicationConfiguration', unmodelled('PutBucketReplication')),
];
