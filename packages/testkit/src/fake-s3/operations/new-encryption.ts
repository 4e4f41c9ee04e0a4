import { S3Error, Unmodelled } from '../s3-error.ts';
import type { S3Request } from '../server/s3-request.ts';
import type { FakeBucket } from '../state/fake-bucket.ts';
import type { S3State } from '../state/s3-state.ts';
import type { Encryption } from '../state/stored-version.ts';

/** What a write asks for, else what the bucket does by default. */
export function newEncryption({ headers }: S3Request, bucket: FakeBucket, state: S3State): Encryption {
  const kind = headers['x-amz-server-side-encryption'];
  const key = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  if (headers['x-amz-server-side-encryption-customer-algorithm'] !== undefined) throw new Unmodelled('SSE-C');
  if (kind === undefined) {
    if (key === undefined) return usable(bucket.encryption, state);
    throw new S3Error(
      400,
      'InvalidArgument',
      'Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms',
    );
  }
  if (kind === 'AES256') return { kind };
  if (kind !== 'aws:kms') throw new S3Error(400, 'InvalidArgument', 'The encryption method specified is not supported');
  const bucketKey = headers['x-amz-server-side-encryption-bucket-key-enabled'] === 'true';
  return usable({ kind, key: keyArn(key, state), bucketKey }, state);
}

/** Refused while KMS does not serve the key; reading is refused in the same way. */
export function usable(encryption: Encryption, state: S3State): Encryption {
  if (encryption.kind === 'aws:kms' && state.disabledKmsKeys.has(encryption.key)) {
    throw new S3Error(400, 'KMS.DisabledException', `${encryption.key} is disabled.`);
  }
  return encryption;
}

export function keyArn(key: string | undefined, { region, account }: S3State): string {
  if (key?.startsWith('arn:') === true) return key;
  const resource = key?.startsWith('alias/') === true ? key : `key/${key ?? 'aws-managed'}`;
  return `arn:aws:kms:${region}:${account}:${resource}`;
}

export function encryptionHeaders(encryption: Encryption): Record<string, string> {
  if (encryption.kind === 'AES256') return { 'x-amz-server-side-encryption': 'AES256' };
  return {
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': encryption.key,
    ...(encryption.bucketKey ? { 'x-amz-server-side-encryption-bucket-key-enabled': 'true' } : {}),
  };
}
