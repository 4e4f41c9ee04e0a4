import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import type { ReadAnswer, VersionId } from '@proofrail/core/ports';
import { metadataOf } from './metadata-of.ts';
import { listPages } from './list-pages.ts';
import { NOT_FROM_S3 } from './not-from-s3.ts';
import { refusalIn, refusalText, type S3Refusal } from './s3-answer.ts';
import type { S3Connection } from './s3-connection.ts';

/** A verifier must not be made to load a disk into memory; the largest thing stored is an SBOM. */
export const MAX_OBJECT_BYTES = 64 * 1024 * 1024;

type Unreadable = Extract<ReadAnswer, { readonly kind: 'unreadable' }>;
const UNREADABLE = (cause: string): Unreadable => ({ kind: 'unreadable', cause });
const NOT_NOW = (cause: string): Unreadable => ({ ...UNREADABLE(cause), passing: true });

/** What one reading came to. `soon`: it may be readable in a moment. */
export type ReadObject = ReadAnswer & { readonly soon?: true };

/** One object whole: of this version, else the newest. */
export async function readObject(connection: S3Connection, key: string, version?: VersionId): Promise<ReadObject> {
  const { patient, target, kmsKey } = connection;
  const command = { ...target, Key: key, ...(version === undefined ? {} : { VersionId: version }) };
  try {
    return await found(await patient.send(new GetObjectCommand(command)), kmsKey);
  } catch (cause) {
    const refusal = refusalIn(cause);
    if (refusal.marker) return { kind: 'hidden' };
    if (refusal.status === 404 && version !== undefined) return { kind: 'absent' };
    // 404 without the header, and 403 where the role may not list the whole bucket, are said of absent keys and of hidden ones alike:
    // SeaweedFS sends no header. Only the versions tell (ledger.md 1.2).
    if (refusal.status === 404 || refusal.status === 403) return await byVersions(connection, key, refusal);
    return isSoonOver(refusal) ? { ...NOT_NOW(refusalText(refusal)), soon: true } : unreadable(refusal);
  }
}

/** The SDK has asked several times by then, but a bucket that is warming up may refuse for longer. */
const isSoonOver = ({ status, code }: S3Refusal): boolean =>
  status === null ? code !== 'CredentialsProviderError' : status === 429 || status >= 500;

/** What is said of the caller's credentials or clock is said of every object alike, and ends with them. */
const OF_CALLER = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidAccessKeyId',
  'InvalidToken',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'TokenRefreshRequired',
]);

const unreadable = (refusal: S3Refusal): Unreadable => (OF_CALLER.has(refusal.code) ? NOT_NOW : UNREADABLE)(refusalText(refusal));

async function found(answer: GetObjectCommandOutput, kmsKey: string | null): Promise<ReadObject> {
  const { Body: body, ContentLength: length, ETag: tag, VersionId: version } = answer;
  if (body === undefined) return NOT_NOW('an answer without a body');
  if (tag === undefined && version === undefined) {
    if ('destroy' in body) body.destroy();
    return { ...NOT_NOW(NOT_FROM_S3), soon: true };
  }
  if (length === undefined || length > MAX_OBJECT_BYTES) {
    if ('destroy' in body) body.destroy();
    return UNREADABLE(`larger than ${MAX_OBJECT_BYTES} bytes`);
  }
  const bytes = await body.transformToByteArray().catch(() => null);
  if (bytes?.length !== length) return { ...NOT_NOW('the answer broke off in its middle'), soon: true };
  return { kind: 'found', bytes, version: (version as VersionId | undefined) ?? null, metadata: metadataOf(answer, kmsKey) };
}

/** What a key that cannot be read is, told by its versions. */
async function byVersions(connection: S3Connection, key: string, refusal: S3Refusal): Promise<ReadAnswer> {
  try {
    for await (const [first] of listPages(connection, { prefix: key, after: '', most: 1 })) {
      if (first?.key !== key) break;
      if (first.kind === 'marker') return { kind: 'hidden' };
      // Created since the 404: by its version it is there, also where the plain name still leads nowhere (SeaweedFS, measured).
      return refusal.status === 404 && first.version !== null
        ? await readObject(connection, key, first.version)
        : unreadable(refusal);
    }
    return { kind: 'absent' };
  } catch {
    // Neither readable nor listable: nothing is known about it.
    return refusal.status === 404 ? NOT_NOW(refusalText(refusal)) : unreadable(refusal);
  }
}
