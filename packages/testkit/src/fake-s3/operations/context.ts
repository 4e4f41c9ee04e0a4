import { S3Error } from '../s3-error.ts';
import type { S3Request } from '../server/s3-request.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { S3State } from '../state/s3-state.ts';
import type { StoredContent, StoredVersion } from '../state/stored-version.ts';

/** What an operation works with. */
export interface Context {
  readonly state: S3State;
  readonly request: S3Request;
  /** Throws what AWS says to a caller who may not. */
  readonly demand: (action: string, resource: string) => void;
  readonly may: (action: string, resource: string) => boolean;
}

export const arnOf = (bucket: string, key?: string | null): string =>
  `arn:aws:s3:::${bucket}${key === undefined || key === null ? '' : `/${key}`}`;

export function bucketOf({ state, request }: Context): FakeBucket {
  return namedBucket(state, request.bucket ?? '');
}

export function namedBucket(state: S3State, name: string): FakeBucket {
  const bucket = state.buckets.get(name);
  if (bucket === undefined) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: name });
  return bucket;
}

export const keyOf = ({ request }: Context): string => request.key ?? '';

export const noSuchKey = (key: string, headers: Readonly<Record<string, string>> = {}): S3Error =>
  new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key }, headers);

export interface FoundObject {
  readonly version: StoredVersion;
  readonly content: StoredContent;
}

const VERSION_ID = /^(?:null|[A-Za-z0-9._]{32})$/;

/** The version that a request names, else the current one; markers are refused as AWS refuses them. */
export function findObject(context: Context, bucket: FakeBucket, key: string, id: string | undefined): FoundObject {
  const version = id === undefined ? bucket.current(key) : namedVersion(bucket, key, id);
  if (version === undefined) throw absent(context, bucket, key);
  if (version.content !== null) return { version, content: version.content };
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.id };
  if (id === undefined) throw noSuchKey(key, headers);
  throw notAllowed({ ...headers, allow: 'DELETE' });
}

export function namedVersion(bucket: FakeBucket, key: string, id: string): StoredVersion {
  if (!VERSION_ID.test(id)) {
    const fields = { ArgumentName: 'versionId', ArgumentValue: id };
    throw new S3Error(400, 'InvalidArgument', 'Invalid version id specified', fields);
  }
  const version = bucket.find(key, id);
  if (version !== undefined) return version;
  throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.', { Key: key, VersionId: id });
}

/** Who may not list is not told whether a key is there (ledger.md 1.2). */
function absent(context: Context, bucket: FakeBucket, key: string): S3Error {
  return context.may('s3:ListBucket', arnOf(bucket.name)) ? noSuchKey(key) : new S3Error(403, 'AccessDenied', 'Access Denied');
}

export const notAllowed = (headers: Readonly<Record<string, string>> = {}): S3Error =>
  new S3Error(405, 'MethodNotAllowed', 'The specified method is not allowed against this resource.', {}, headers);

/** `x-amz-version-id`, which only buckets with versioning answer. */
export const versionHeader = (bucket: FakeBucket, version: StoredVersion): Record<string, string> =>
  bucket.versioning === 'never' ? {} : { 'x-amz-version-id': version.id };
