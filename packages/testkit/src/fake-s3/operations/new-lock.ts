import { S3Error } from '../s3-error.ts';
import type { S3Request } from '../server/s3-request.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import { isLockMode, retentionFrom, type Retention, type VersionLock } from '../state/object-lock.ts';
import { sentChecksum } from './new-content.ts';

/** The lock of a new version: what its headers say, else what the bucket says. Headers win downwards too. */
export function newLock(request: S3Request, bucket: FakeBucket, now: number): VersionLock {
  const {
    'x-amz-object-lock-mode': mode,
    'x-amz-object-lock-retain-until-date': until,
    'x-amz-object-lock-legal-hold': hold,
  } = request.headers;
  const asked = mode ?? until ?? hold;
  if (bucket.objectLock === null) {
    if (asked !== undefined) throw noLockConfiguration();
    return { retention: null, legalHold: false };
  }
  if ((mode === undefined) !== (until === undefined)) {
    const message = 'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied';
    throw new S3Error(400, 'InvalidArgument', message, {
      ArgumentName: mode === undefined ? 'x-amz-object-lock-mode' : 'x-amz-object-lock-retain-until-date',
    });
  }
  const retention = mode === undefined ? retentionFrom(bucket.objectLock.rule, now) : newRetention(mode, until, now);
  if ((retention !== null || hold === 'ON') && request.operation === 'PutObject') expectDigest(request);
  if (hold !== undefined && hold !== 'ON' && hold !== 'OFF') {
    throw new S3Error(400, 'InvalidArgument', 'Legal Hold must be either of ON or OFF', {
      ArgumentName: 'x-amz-object-lock-legal-hold',
    });
  }
  return { retention, legalHold: hold === 'ON' };
}

export function newRetention(mode: string | undefined, until: string | undefined, now: number): Retention {
  const date = Date.parse(until ?? '');
  if (!isLockMode(mode))
    throw new S3Error(400, 'InvalidArgument', 'Unknown wormMode directive.', { ArgumentName: 'x-amz-object-lock-mode' });
  if (!(date > now))
    throw new S3Error(400, 'InvalidArgument', 'The retain until date must be in the future!', {
      ArgumentName: 'x-amz-object-lock-retain-until-date',
    });
  return { mode, until: date };
}

function expectDigest(request: S3Request): void {
  if (request.headers['content-md5'] !== undefined || sentChecksum(request) !== null) return;
  const message = 'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters';
  throw new S3Error(400, 'InvalidRequest', message);
}

export const noLockConfiguration = (): S3Error =>
  new S3Error(400, 'InvalidRequest', 'Bucket is missing Object Lock Configuration');
