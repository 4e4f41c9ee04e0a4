import { nothing, type Outgoing } from '../server/outgoing.ts';
import { bucketOf, keyOf, versionHeader, type Context } from './context.ts';
import { newContent } from './new-content.ts';
import { encryptionHeaders, newEncryption } from './new-encryption.ts';
import { newLock } from './new-lock.ts';
import { checksumHeaders } from './object-headers.ts';
import { expectWritable } from './write-conditions.ts';

export function putObject(context: Context): Outgoing {
  const { request, state } = context;
  const bucket = bucketOf(context);
  const key = keyOf(context);
  const now = wholeSecond(state.now);
  expectWritable(request, bucket, key);
  const encryption = newEncryption(request, bucket, state);
  const content = newContent(request, encryption);
  const version = bucket.add(key, now, content, newLock(request, bucket, now));
  return nothing(200, {
    etag: content.etag,
    ...checksumHeaders(content),
    ...encryptionHeaders(encryption),
    ...versionHeader(bucket, version),
  });
}

/** Dates of objects have no milliseconds. */
export const wholeSecond = (milliseconds: number): number => Math.floor(milliseconds / 1000) * 1000;
