import { ConfigurationError } from '@proofrail/core/outcomes';
import type { S3Options } from './s3-connection.ts';
import type { S3Location } from './s3-uri.ts';

/**
 * AWS compares the account with the owner of the bucket on every call, so that a bucket of the same name elsewhere is never taken for the
 * ledger (attack 15). Other servers know no accounts.
 *
 * @throws ConfigurationError `ledger/owner`
 */
export function requireOwner({ owner, bucket }: S3Location, { endpoint }: S3Options, uri: string): void {
  if (owner !== null || endpoint !== undefined) return;
  throw new ConfigurationError('ledger/owner', {
    expected: 'the account that owns the bucket, which is demanded on every call',
    found: `nobody for the bucket ${bucket}`,
    at: uri,
    doThis: 'add it to the URI: owner= and its 12 digits, which "aws sts get-caller-identity --query Account" prints there',
  });
}
