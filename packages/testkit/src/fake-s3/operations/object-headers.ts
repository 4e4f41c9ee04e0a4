import { checksumHeader } from '../state/checksum.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { StoredContent } from '../state/stored-version.ts';
import { versionHeader, type FoundObject } from './context.ts';
import { encryptionHeaders } from './new-encryption.ts';

export const httpDate = (milliseconds: number): string => new Date(milliseconds).toUTCString();

/** `2026-11-21T12:00:00.000Z`, as in XML and in lock headers. */
export const isoDate = (milliseconds: number): string => new Date(milliseconds).toISOString();

export const checksumHeaders = ({ checksum }: StoredContent): Record<string, string> => ({
  [checksumHeader(checksum.algorithm)]: checksum.value,
  'x-amz-checksum-type': 'FULL_OBJECT',
});

/** What GET and HEAD say beside the bytes. */
export function objectHeaders(bucket: FakeBucket, { version, content }: FoundObject): Record<string, string> {
  const { retention, legalHold } = version;
  return {
    ...content.headers,
    ...versionHeader(bucket, version),
    ...encryptionHeaders(content.encryption),
    'accept-ranges': 'bytes',
    etag: content.etag,
    'last-modified': httpDate(version.modified),
    ...(retention === null
      ? {}
      : { 'x-amz-object-lock-mode': retention.mode, 'x-amz-object-lock-retain-until-date': isoDate(retention.until) }),
    ...(version.replica === true ? { 'x-amz-replication-status': 'REPLICA' } : {}),
    ...(legalHold ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
  };
}
