import { GetObjectLockConfigurationCommand, type ObjectLockConfiguration } from '@aws-sdk/client-s3';
import { notFromS3 } from './not-from-s3.ts';
import { refusalIn } from './s3-answer.ts';
import type { S3Connection } from './s3-connection.ts';
import { s3Failure } from './s3-failure.ts';

const DAYS_IN_A_YEAR = 365; // as in every retention of Proofrail (decisions.md, Ledger)

const PERMISSION = 's3:GetBucketObjectLockConfiguration';

/** What a bucket does to each new object by itself. */
export type BucketLock =
  | { readonly kind: 'locks'; readonly mode: 'COMPLIANCE' | 'GOVERNANCE'; readonly days: number }
  /** Object Lock is off, or on without a default: nothing is locked by itself. */
  | { readonly kind: 'none' }
  /** The role may not read it. */
  | { readonly kind: 'unknown' };

/** @throws UnavailableError `store/...` where the bucket itself does not answer */
export async function readBucketLock({ patient, target }: S3Connection): Promise<BucketLock> {
  let lock: ObjectLockConfiguration | undefined;
  try {
    ({ ObjectLockConfiguration: lock } = await patient.send(new GetObjectLockConfigurationCommand({ ...target })));
  } catch (cause) {
    const { status, code } = refusalIn(cause);
    if (code === 'ObjectLockConfigurationNotFoundError' || code === 'ObjectLockConfigurationNotFound') return { kind: 'none' };
    if (status === 403 && code === 'AccessDenied') return { kind: 'unknown' };
    throw s3Failure(cause, target.Bucket, PERMISSION);
  }
  if (lock?.ObjectLockEnabled === undefined && lock?.Rule === undefined) throw notFromS3(target.Bucket, PERMISSION);
  const { Mode: mode, Days: days, Years: years } = lock.Rule?.DefaultRetention ?? {};
  if (lock.ObjectLockEnabled !== 'Enabled' || mode === undefined) return { kind: 'none' };
  return { kind: 'locks', mode, days: days ?? (years ?? 0) * DAYS_IN_A_YEAR };
}
