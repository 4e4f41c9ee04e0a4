import { createHash } from 'node:crypto';
import { S3Error } from '../s3-error.ts';
import { nothing, xml, type Outgoing } from '../server/outgoing.ts';
import { checksumOf } from '../state/checksum.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { StoredContent } from '../state/stored-version.ts';
import type { Upload } from '../state/upload.ts';
import { element } from '../xml/write-xml.ts';
import { malformed, readXml, textOf } from '../xml/read-xml.ts';
import { bucketOf, keyOf, versionHeader, type Context } from './context.ts';
import { etagOf, expectChecksum, keptHeaders, sentChecksum } from './new-content.ts';
import { encryptionHeaders, newEncryption } from './new-encryption.ts';
import { newLock } from './new-lock.ts';
import { wholeSecond } from './put-object.ts';
import { expectUndisturbed, expectWritable } from './write-conditions.ts';

export function createMultipartUpload(context: Context): Outgoing {
  const { request, state } = context;
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const encryption = newEncryption(request, bucket, state);
  const begun = bucket.event();
  const id = createHash('sha256').update(`${bucket.name} upload ${begun}`).digest('base64url');
  bucket.uploads.set(id, { key, begun, headers: keptHeaders(request.headers), encryption, parts: new Map() });
  const root = element('InitiateMultipartUploadResult', [
    element('Bucket', bucket.name),
    element('Key', key),
    element('UploadId', id),
  ]);
  return xml(root, encryptionHeaders(encryption));
}

export function uploadPart(context: Context): Outgoing {
  const { body, query } = context.request;
  const { upload } = uploadOf(context);
  const number = Number(query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new S3Error(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive', {
      ArgumentName: 'partNumber',
    });
  }
  const sent = sentChecksum(context.request);
  if (sent !== null) expectChecksum(sent, body);
  const etag = etagOf(body, upload.encryption);
  upload.parts.set(number, { bytes: body, etag });
  return nothing(200, { etag, ...encryptionHeaders(upload.encryption) });
}

/** Conditions count here and only here; other uploads under way are invisible to them. */
export function completeMultipartUpload(context: Context): Outgoing {
  const { request, state } = context;
  const { bucket, key, id, upload } = uploadOf(context);
  const parts = namedParts(request.body, upload);
  expectWritable(request, bucket, key);
  expectUndisturbed(request, bucket, key, upload.begun);
  const now = wholeSecond(state.now);
  const content = joined(parts, upload);
  const version = bucket.add(key, now, content, newLock(request, bucket, now));
  bucket.uploads.delete(id);
  const root = element('CompleteMultipartUploadResult', [
    element('Location', `https://${bucket.name}.s3.${state.region}.amazonaws.com/${encodeURIComponent(key)}`),
    element('Bucket', bucket.name),
    element('Key', key),
    element('ETag', content.etag),
    element('ChecksumCRC64NVME', content.checksum.value),
    element('ChecksumType', 'FULL_OBJECT'),
  ]);
  return xml(root, { ...encryptionHeaders(upload.encryption), ...versionHeader(bucket, version) });
}

export function abortMultipartUpload(context: Context): Outgoing {
  const { bucket, id } = uploadOf(context);
  bucket.uploads.delete(id);
  return nothing(204);
}

interface Found {
  readonly bucket: FakeBucket;
  readonly key: string;
  readonly id: string;
  readonly upload: Upload;
}

function uploadOf(context: Context): Found {
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const id = context.request.query.get('uploadId') ?? '';
  const upload = bucket.uploads.get(id);
  if (upload?.key === key) return { bucket, key, id, upload };
  const message =
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  throw new S3Error(404, 'NoSuchUpload', message, { UploadId: id });
}

function namedParts(body: Buffer, { parts }: Upload): readonly Buffer[] {
  const named = readXml(body, 'CompleteMultipartUpload').children.map((part) => {
    const found = parts.get(Number(textOf(part, 'PartNumber')));
    if (part.name !== 'Part') throw malformed();
    if (found?.etag.replaceAll('"', '') === textOf(part, 'ETag')?.replaceAll('"', '')) return found?.bytes;
    return undefined;
  });
  if (named.length === 0) throw malformed();
  return named.map((bytes) => {
    if (bytes !== undefined) return bytes;
    throw new S3Error(
      400,
      'InvalidPart',
      "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
    );
  });
}

function joined(parts: readonly Buffer[], { encryption, headers }: Upload): StoredContent {
  const bytes = Buffer.concat(parts);
  const digests = parts.map((part) => createHash('md5').update(part).digest());
  const etag = `"${createHash('md5').update(Buffer.concat(digests)).digest('hex')}-${parts.length}"`;
  return { bytes, etag, checksum: checksumOf('CRC64NVME', bytes), encryption, headers };
}
