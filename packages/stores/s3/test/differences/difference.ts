import { createHash } from 'node:crypto';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** One thing in which a server that speaks S3 does other than AWS. */
export interface Difference {
  readonly what: string;
  /** Recorded, or documented by AWS (conformance table of S3 servers). */
  readonly aws: string;
  readonly here: string;
  /** What it comes to on this server, in the words of the other two. */
  readonly seen: (client: S3Client, Bucket: string) => Promise<string>;
}

export function put(Bucket: string, Key: string, more: object = {}): PutObjectCommand {
  const ChecksumSHA256 = createHash('sha256').update('x').digest('base64');
  return new PutObjectCommand({ Bucket, Key, Body: 'x', ContentLength: 1, ChecksumSHA256, ...more });
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Of a refusal what it says, of a success no more than 200. */
export async function answer(call: Promise<unknown>): Promise<Answer> {
  const thrown = await call.then(
    () => ({}),
    (error: unknown) => error,
  );
  const { $metadata, $response } = thrown as {
    $metadata?: { httpStatusCode?: number };
    $response?: { headers?: Record<string, string> };
  };
  return { status: $metadata?.httpStatusCode ?? 200, headers: $response?.headers ?? {} };
}

export const status = async (call: Promise<unknown>): Promise<string> => String((await answer(call)).status);
