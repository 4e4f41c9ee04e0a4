import { S3Error } from '../s3-error.ts';
import { xml, type Outgoing } from '../server/outgoing.ts';
import { checksumOf } from '../state/checksum.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { StoredContent } from '../state/stored-version.ts';
import { element } from '../xml/write-xml.ts';
import { arnOf, bucketOf, findObject, keyOf, namedBucket, versionHeader, type Context, type FoundObject } from './context.ts';
import { etagOf, keptHeaders } from './new-content.ts';
import { encryptionHeaders, newEncryption } from './new-encryption.ts';
import { newLock } from './new-lock.ts';
import { isoDate } from './object-headers.ts';
import { wholeSecond } from './put-object.ts';
import { expectCopyable } from './read-conditions.ts';
import { expectWritable } from './write-conditions.ts';

/** A write without a body: it makes an object as PutObject does, and the same conditions stand in its way. */
export function copyObject(context: Context): Outgoing {
  const { request, state } = context;
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const source = findSource(context);
  const now = wholeSecond(state.now);
  expectCopyable(request.headers, source.found, state.now);
  expectWritable(request, bucket, key);
  if (source.bucket === bucket && source.key === key && !request.headers['x-amz-copy-source']?.includes('?'))
    expectChange(request.headers);
  const content = copied(context, bucket, source.found.content);
  const version = bucket.add(key, now, content, newLock(request, bucket, now));
  const { algorithm, value } = content.checksum;
  const result = element('CopyObjectResult', [
    element('ETag', content.etag),
    element('LastModified', isoDate(now)),
    element('ChecksumType', 'FULL_OBJECT'),
    element(`Checksum${algorithm}`, value),
  ]);
  const copiedFrom = source.bucket.versioning === 'never' ? {} : { 'x-amz-copy-source-version-id': source.found.version.id };
  return xml(result, { ...encryptionHeaders(content.encryption), ...versionHeader(bucket, version), ...copiedFrom });
}

interface Source {
  readonly bucket: FakeBucket;
  readonly key: string;
  readonly found: FoundObject;
}

function findSource(context: Context): Source {
  const [, name = '', encoded = '', id] =
    /^\/?([^/]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(context.request.headers['x-amz-copy-source'] ?? '') ?? [];
  if (name === '' || name.startsWith('arn:'))
    throw new S3Error(400, 'InvalidArgument', 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  const key = decodeURIComponent(encoded);
  const bucket = namedBucket(context.state, name);
  context.demand(id === undefined ? 's3:GetObject' : 's3:GetObjectVersion', arnOf(name, key));
  return { bucket, key, found: findObject(context, bucket, key, id) };
}

function copied({ request, state }: Context, bucket: FakeBucket, source: StoredContent): StoredContent {
  const encryption = newEncryption(request, bucket, state);
  const replace = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  return {
    bytes: source.bytes,
    etag: etagOf(source.bytes, encryption),
    checksum: checksumOf(source.checksum.algorithm, source.bytes),
    encryption,
    headers: replace ? keptHeaders(request.headers) : source.headers,
  };
}

const CHANGES = ['x-amz-storage-class', 'x-amz-server-side-encryption', 'x-amz-website-redirect-location'];

function expectChange(headers: Readonly<Record<string, string>>): void {
  if (headers['x-amz-metadata-directive'] === 'REPLACE' || CHANGES.some((name) => headers[name] !== undefined)) return;
  const message =
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";
  throw new S3Error(400, 'InvalidRequest', message);
}
