import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { CreateAnswer, VersionId } from '@proofrail/core/ports';
import { NOT_FROM_S3 } from './not-from-s3.ts';
import { refusalIn, refusalText, type S3Refusal } from './s3-answer.ts';
import type { S3Connection } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';

export interface NewObject {
  /** Whole key, with the ledger's prefix. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** One conditional PUT, sent once, whose answer is taken for no more than it says (ledger.md 1.2). */
export async function createObject({ once, target, kmsKey }: S3Connection, { key, bytes }: NewObject): Promise<CreateAnswer> {
  const checksum = createHash('sha256').update(bytes).digest('base64');
  const command = new PutObjectCommand({
    ...target,
    Key: key,
    Body: bytes,
    ContentLength: bytes.length,
    ContentType: 'application/octet-stream',
    IfNoneMatch: '*',
    ChecksumSHA256: checksum, // S3 recomputes it, refuses other bytes and keeps it
    ...(kmsKey === null ? {} : { ServerSideEncryption: 'aws:kms' as const, SSEKMSKeyId: kmsKey }),
  });
  try {
    const { ETag: tag, VersionId: version, ChecksumSHA256: stored = checksum } = await once.send(command);
    if (tag === undefined && version === undefined) return { kind: 'unknown', cause: NOT_FROM_S3 };
    if (stored !== checksum) return { kind: 'unknown', cause: 'an answer about other bytes' };
    return { kind: 'created', version: (version as VersionId | undefined) ?? null };
  } catch (cause) {
    return refused(cause, key);
  }
}

/** @throws UnavailableError where S3 says plainly that nothing was written and that asking again would not help */
function refused(cause: unknown, key: string): CreateAnswer {
  const refusal = refusalIn(cause);
  if (refusal.status === 412) return { kind: 'exists' };
  if (!isFinal(refusal)) return { kind: 'unknown', cause: refusalText(refusal) };
  throw s3Failure(cause, key, 's3:PutObject');
}

/** 4xx codes that say nothing about whether the bytes landed. */
const UNSETTLED = new Set(['ConditionalRequestConflict', 'OperationAborted', 'RequestTimeout', 'BadDigest', 'IncompleteBody']);
const BEFORE_SENDING = new Set(['CredentialsProviderError']);

function isFinal({ status, code }: S3Refusal): boolean {
  if (status === null) return BEFORE_SENDING.has(code);
  if (status === 501) return true; // a server without conditional writes: no ledger can lie there
  return status >= 300 && status < 500 && ![408, 409, 429].includes(status) && !UNSETTLED.has(code);
}
