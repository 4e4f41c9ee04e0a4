import { S3Error } from '../s3-error.ts';
import type { Outgoing } from '../server/outgoing.ts';
import { arnOf, bucketOf, findObject, keyOf, type Context, type FoundObject } from './context.ts';
import { usable } from './new-encryption.ts';
import { checksumHeaders, objectHeaders } from './object-headers.ts';
import { expectReadable } from './read-conditions.ts';

export function getObject(context: Context): Outgoing {
  const { request, state } = context;
  const { headers, query, method } = request;
  const bucket = bucketOf(context);
  const found = findObject(context, bucket, keyOf(context), query.get('versionId'));
  expectReadable(headers, found, state.now);
  usable(found.content.encryption, state);
  const { bytes } = found.content;
  const range = rangeOf(headers['range'], bytes.length);
  const part = range === null ? bytes : bytes.subarray(range.first, range.last + 1);
  // GetObject, ObjectLockMode: only returned to those who may read it.
  const mayReadLock = context.may('s3:GetObjectRetention', arnOf(bucket.name, keyOf(context)));
  const mode = headers['x-amz-checksum-mode'] ?? '';
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...objectHeaders(bucket, mayReadLock ? found : withoutLock(found)),
      ...(mode.toUpperCase() === 'ENABLED' && range === null ? checksumHeaders(found.content) : {}),
      ...(range === null ? {} : { 'content-range': `bytes ${range.first}-${range.last}/${bytes.length}` }),
      'content-length': String(part.length),
    },
    bytes: method === 'HEAD' ? Buffer.alloc(0) : part,
  };
}

const withoutLock = (found: FoundObject): FoundObject => ({ ...found, version: { ...found.version, retention: null } });

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Null: the whole object, also for a header that nobody understands. */
function rangeOf(header: string | undefined, size: number): Range | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first <= last && first < size) return { first, last };
  const fields = { RangeRequested: header ?? '', ActualObjectSize: String(size) };
  throw new S3Error(416, 'InvalidRange', 'The requested range is not satisfiable', fields, {
    'content-range': `bytes */${size}`,
  });
}
