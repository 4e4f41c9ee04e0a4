import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { said, type Bench, type Row } from './row.ts';

const create = ({ bucket: Bucket, send }: Bench, Key: string, Body: string, IfNoneMatch = '*') =>
  send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch }));

export const conditions: Readonly<Record<string, Row>> = {
  'If-None-Match: * on a new key and on an existing one': {
    aws: ['200', '412 PreconditionFailed'],
    ask: async (bench) => [await said(create(bench, 'a', '1')), await said(create(bench, 'a', '1'))],
  },
  'If-None-Match: * over a delete marker': {
    aws: ['200'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      await create(bench, 'a', '1');
      await send(new DeleteObjectCommand({ Bucket, Key: 'a' }));
      return [await said(create(bench, 'a', '2'))];
    },
  },
  'If-None-Match other than *': {
    aws: ['501 NotImplemented'],
    ask: async (bench) => [await said(create(bench, 'a', '1', '"0123456789abcdef0123456789abcdef"'))],
  },
  'an upload in parts with If-None-Match, over an existing key': {
    aws: ['412 PreconditionFailed'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      const at = { Bucket, Key: 'a' };
      await create(bench, 'a', '1');
      const { UploadId } = await send(new CreateMultipartUploadCommand(at));
      const { ETag } = await send(new UploadPartCommand({ ...at, UploadId, PartNumber: 1, Body: '2' }));
      const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
      return [await said(send(new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload, IfNoneMatch: '*' })))];
    },
  },
  'a copy with If-None-Match over an existing key': {
    aws: ['412 PreconditionFailed'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      await create(bench, 'source', '1');
      await create(bench, 'a', '2');
      return [await said(send(new CopyObjectCommand({ Bucket, Key: 'a', CopySource: `${Bucket}/source`, IfNoneMatch: '*' })))];
    },
  },
  'If-Match with a wrong ETag': {
    aws: ['412 PreconditionFailed'],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      await create(bench, 'a', '1');
      const IfMatch = '"0123456789abcdef0123456789abcdef"';
      return [await said(send(new PutObjectCommand({ Bucket, Key: 'a', Body: '2', IfMatch })))];
    },
  },
  'many creates of one key at once: one has it': {
    aws: [1, 1, 1],
    ask: (bench) =>
      Promise.all(
        ['a', 'b', 'c'].map(async (Key) => {
          const answers = await Promise.all(Array.from({ length: 16 }, (_, writer) => said(create(bench, Key, String(writer)))));
          return answers.filter((answer) => answer === '200').length;
        }),
      ),
  },
};
