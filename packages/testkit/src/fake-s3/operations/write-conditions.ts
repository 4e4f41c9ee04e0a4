import { S3Error } from '../s3-error.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { S3Request } from '../server/s3-request.ts';
import { noSuchKey } from './context.ts';
import { sameEtag } from './read-conditions.ts';

/** `If-None-Match: *` and `If-Match` of a write. Both look at the current version only, and a marker counts as nothing there. */
export function expectWritable({ headers }: S3Request, bucket: FakeBucket, key: string): void {
  const { 'if-none-match': noneMatch, 'if-match': match } = headers;
  expectKnownForm(noneMatch, match);
  const current = bucket.current(key)?.content ?? null;
  if (noneMatch !== undefined && current !== null) throw preconditionFailed('If-None-Match');
  if (match === undefined) return;
  if (current === null) throw noSuchKey(key);
  if (!sameEtag(current.etag, match)) throw preconditionFailed('If-Match');
}

/** A multipart upload is also refused if the key changed in a way that its condition does not see (recorded). */
export function expectUndisturbed({ headers }: S3Request, bucket: FakeBucket, key: string, begun: number): void {
  const condition = ['If-Match', 'If-None-Match'].find((name) => headers[name.toLowerCase()] !== undefined);
  if (condition !== undefined && bucket.changedSince(key, begun)) throw conflict(condition, key);
}

const conflict = (condition: string, key: string): S3Error =>
  new S3Error(
    409,
    'ConditionalRequestConflict',
    'The conditional request cannot succeed due to a conflicting operation against this resource.',
    { Condition: condition, Key: key },
  );

export const preconditionFailed = (condition: string): S3Error =>
  new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });

function expectKnownForm(noneMatch: string | undefined, match: string | undefined): void {
  if (noneMatch !== undefined && match !== undefined) {
    throw notImplemented('If-Match,If-None-Match', 'Multiple conditional request headers present in the request');
  }
  const wrong = noneMatch !== undefined && noneMatch !== '*' ? 'If-None-Match' : match === '*' ? 'If-Match' : null;
  if (wrong !== null) throw notImplemented(wrong, `We don't accept the provided value of ${wrong} header for this API`);
}

export const notImplemented = (header: string, additionalMessage?: string): S3Error =>
  new S3Error(501, 'NotImplemented', 'A header you provided implies functionality that is not implemented', {
    Header: header,
    ...(additionalMessage === undefined ? {} : { additionalMessage }),
  });
