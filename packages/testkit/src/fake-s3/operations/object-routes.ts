import { Unmodelled } from '../s3-error.ts';
import { readXml, textOf } from '../xml/read-xml.ts';
import { CHECKSUM_ALGORITHMS, checksumHeader } from '../state/checksum.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject } from './delete-object.ts';
import { getObject } from './get-object.ts';
import { abortMultipartUpload, completeMultipartUpload, createMultipartUpload, uploadPart } from './multipart.ts';
import { getObjectAttributes } from './object-attributes.ts';
import { putObject } from './put-object.ts';
import { getObjectLegalHold, getObjectRetention, putObjectLegalHold, putObjectRetention } from './retention.ts';
import type { Asked, Route } from './route.ts';

const CHECKSUMS = ['x-amz-sdk-checksum-algorithm', 'x-amz-trailer', ...CHECKSUM_ALGORITHMS.map(checksumHeader)];
const LOCK = ['x-amz-object-lock-mode', 'x-amz-object-lock-retain-until-date', 'x-amz-object-lock-legal-hold'];
const SEALING = [
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-bucket-key-enabled',
  'x-amz-server-side-encryption-customer-algorithm', // known so that a policy can refuse it
];
const COPYING = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'].map(
  (name) => `x-amz-copy-source-${name}`,
);
const BYPASS = 'x-amz-bypass-governance-retention';

const versioned = (action: string, ofVersion: string) => (asked: Asked) => [asked.query.has('versionId') ? ofVersion : action];

/** Lock headers need rights of their own, and so does reading what `If-Match` compares with. */
const writing = ({ headers }: Asked): string[] => [
  's3:PutObject',
  ...(headers['x-amz-object-lock-mode'] === undefined ? [] : ['s3:PutObjectRetention']),
  ...(headers['x-amz-object-lock-legal-hold'] === undefined ? [] : ['s3:PutObjectLegalHold']),
  ...(headers['if-match'] === undefined ? [] : ['s3:GetObject']),
];

const bypassing = ({ headers }: Asked): string[] =>
  headers[BYPASS]?.toLowerCase() === 'true' ? ['s3:BypassGovernanceRetention'] : [];

const notModelled = (what: string) => (): never => {
  throw new Unmodelled(what);
};

export const OBJECT_ROUTES: readonly Route[] = [
  {
    operation: 'CopyObject',
    method: 'PUT',
    scope: 'object',
    marks: ['x-amz-copy-source'],
    headers: [...COPYING, ...LOCK, ...SEALING, 'x-amz-metadata-directive', 'x-amz-storage-class'],
    actions: writing,
    answer: copyObject,
  },
  {
    operation: 'UploadPartCopy',
    method: 'PUT',
    scope: 'object',
    marks: ['x-amz-copy-source', 'uploadId', 'partNumber'],
    actions: writing,
    answer: notModelled('UploadPartCopy'),
  },
  {
    operation: 'UploadPart',
    method: 'PUT',
    scope: 'object',
    marks: ['uploadId', 'partNumber'],
    headers: CHECKSUMS,
    actions: writing,
    answer: uploadPart,
  },
  {
    operation: 'PutObjectRetention',
    method: 'PUT',
    scope: 'object',
    marks: ['retention'],
    query: ['versionId'],
    headers: [BYPASS, ...CHECKSUMS],
    actions: (asked) => ['s3:PutObjectRetention', ...bypassing(asked)],
    wantedLock: (body) => {
      const root = readXml(body, 'Retention');
      return { mode: textOf(root, 'Mode'), until: textOf(root, 'RetainUntilDate') };
    },
    answer: putObjectRetention,
  },
  {
    operation: 'GetObjectRetention',
    method: 'GET',
    scope: 'object',
    marks: ['retention'],
    query: ['versionId'],
    actions: () => ['s3:GetObjectRetention'],
    answer: getObjectRetention,
  },
  {
    operation: 'PutObjectLegalHold',
    method: 'PUT',
    scope: 'object',
    marks: ['legal-hold'],
    query: ['versionId'],
    headers: CHECKSUMS,
    actions: () => ['s3:PutObjectLegalHold'],
    wantedLock: (body) => ({ legalHold: textOf(readXml(body, 'LegalHold'), 'Status') }),
    answer: putObjectLegalHold,
  },
  {
    operation: 'GetObjectLegalHold',
    method: 'GET',
    scope: 'object',
    marks: ['legal-hold'],
    query: ['versionId'],
    actions: () => ['s3:GetObjectLegalHold'],
    answer: getObjectLegalHold,
  },
  {
    operation: 'PutObject',
    method: 'PUT',
    scope: 'object',
    headers: [...CHECKSUMS, ...LOCK, ...SEALING, 'x-amz-decoded-content-length', 'x-amz-storage-class'],
    actions: writing,
    answer: putObject,
  },
  {
    operation: 'GetObjectAttributes',
    method: 'GET',
    scope: 'object',
    marks: ['attributes'],
    query: ['versionId'],
    headers: ['x-amz-object-attributes'],
    actions: versioned('s3:GetObjectAttributes', 's3:GetObjectVersionAttributes'),
    answer: getObjectAttributes,
  },
  {
    operation: 'GetObject',
    method: 'GET',
    scope: 'object',
    query: ['versionId'],
    headers: ['x-amz-checksum-mode'],
    actions: versioned('s3:GetObject', 's3:GetObjectVersion'),
    answer: getObject,
  },
  {
    operation: 'HeadObject',
    method: 'HEAD',
    scope: 'object',
    query: ['versionId'],
    headers: ['x-amz-checksum-mode'],
    actions: versioned('s3:GetObject', 's3:GetObjectVersion'),
    answer: getObject,
  },
  {
    operation: 'DeleteObject',
    method: 'DELETE',
    scope: 'object',
    query: ['versionId'],
    headers: [BYPASS, 'x-amz-if-match-last-modified-time', 'x-amz-if-match-size'],
    actions: (asked) => [...versioned('s3:DeleteObject', 's3:DeleteObjectVersion')(asked), ...bypassing(asked)],
    answer: deleteObject,
  },
  {
    operation: 'CreateMultipartUpload',
    method: 'POST',
    scope: 'object',
    marks: ['uploads'],
    headers: [...SEALING, 'x-amz-checksum-algorithm', 'x-amz-checksum-type'],
    actions: writing,
    answer: createMultipartUpload,
  },
  {
    operation: 'CompleteMultipartUpload',
    method: 'POST',
    scope: 'object',
    marks: ['uploadId'],
    headers: CHECKSUMS,
    actions: writing,
    answer: completeMultipartUpload,
  },
  {
    operation: 'AbortMultipartUpload',
    method: 'DELETE',
    scope: 'object',
    marks: ['uploadId'],
    actions: () => ['s3:AbortMultipartUpload'],
    answer: abortMultipartUpload,
  },
];
