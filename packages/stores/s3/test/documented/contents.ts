import { createHash } from 'node:crypto';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { said, type Row } from './row.ts';

const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('base64');

const written =
  (input: Partial<PutObjectCommandInput>): Row['ask'] =>
  async ({ bucket: Bucket, send }) => [await said(send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'right', ...input })))];

export const contents: Readonly<Record<string, Row>> = {
  'a right SHA-256 is kept and given back': {
    aws: ['200', digest('sha256', 'right')],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      const put = await written({ ChecksumSHA256: digest('sha256', 'right') })(bench);
      const { ChecksumSHA256 } = await send(new GetObjectCommand({ Bucket, Key: 'a', ChecksumMode: 'ENABLED' }));
      return [...put, ChecksumSHA256];
    },
  },
  'a wrong SHA-256': { aws: ['400 BadDigest'], ask: written({ ChecksumSHA256: digest('sha256', 'wrong') }) },
  'a wrong Content-MD5': { aws: ['400 BadDigest'], ask: written({ ContentMD5: digest('md5', 'wrong') }) },
  'SSE-KMS, read back; the ETag is no MD5': {
    aws: ['200', 'aws:kms', false],
    ask: async (bench) => {
      const { bucket: Bucket, send } = bench;
      const put = await written({ ServerSideEncryption: 'aws:kms' })(bench);
      if (put[0] !== '200') return put;
      const head = await send(new HeadObjectCommand({ Bucket, Key: 'a' }));
      const md5 = createHash('md5').update('right').digest('hex');
      return [...put, head.ServerSideEncryption, head.ETag === `"${md5}"`];
    },
  },
};
