import { S3Error } from '../s3-error.ts';
import { nothing, type Outgoing } from '../server/outgoing.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import { mustStay } from '../state/object-lock.ts';
import { bucketOf, keyOf, type Context } from './context.ts';
import { wholeSecond } from './put-object.ts';
import { sameEtag } from './read-conditions.ts';
import { notImplemented, preconditionFailed } from './write-conditions.ts';

/** One key without a version gets a marker on top; a version goes for good, if no lock keeps it. */
export function deleteObject(context: Context): Outgoing {
  const { headers, query } = context.request;
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const bypass = bypasses(context, bucket);
  for (const name of ['x-amz-if-match-last-modified-time', 'x-amz-if-match-size']) {
    if (headers[name] !== undefined) throw notImplemented(name); // directory buckets only (recorded)
  }
  const match = headers['if-match'];
  const current = bucket.current(key)?.content ?? null;
  if (match !== undefined && (current === null || (match !== '*' && !sameEtag(current.etag, match)))) {
    throw preconditionFailed('If-Match');
  }
  const gone = deleted(context, bucket, key, query.get('versionId'), bypass);
  return nothing(204, {
    ...(gone.marker ? { 'x-amz-delete-marker': 'true' } : {}),
    ...(gone.version === null ? {} : { 'x-amz-version-id': gone.version }),
  });
}

export interface Deletion {
  /** Whether a marker was made, or was what went. */
  readonly marker: boolean;
  readonly version: string | null;
}

export function deleted({ state }: Context, bucket: FakeBucket, key: string, id: string | undefined, bypass: boolean): Deletion {
  if (id === undefined) return hidden(bucket, key, wholeSecond(state.now));
  const version = bucket.find(key, id);
  if (version === undefined) return { marker: false, version: id };
  if (mustStay(version, state.now, bypass)) throw locked();
  bucket.drop(key, id);
  return { marker: version.content === null, version: id };
}

function hidden(bucket: FakeBucket, key: string, now: number): Deletion {
  if (bucket.versioning !== 'never') return { marker: true, version: bucket.add(key, now, null).id };
  bucket.drop(key, 'null');
  return { marker: false, version: null };
}

export const locked = (): S3Error => new S3Error(403, 'AccessDenied', 'Access Denied because object protected by object lock.');

/** Whether GOVERNANCE is to be passed over: a right of its own, and a header that means nothing without Object Lock. */
export function bypasses({ request }: Context, bucket: FakeBucket): boolean {
  const name = 'x-amz-bypass-governance-retention';
  const value = request.headers[name];
  if (value === undefined) return false;
  if (bucket.objectLock !== null) return value.toLowerCase() === 'true';
  throw new S3Error(400, 'InvalidArgument', `${name} is only applicable to Object Lock enabled buckets.`, { ArgumentName: name });
}
