import type { StoreOptions } from '../store-options.ts';
import { requirePrivateAudience } from './require-private-audience.ts';
import { roleForBuckets, type RolePlatform, type RunOfRole } from './role-for-buckets.ts';

/** How a step reaches its buckets, by the word of its workflow. */
export interface BucketAccess {
  /** An ARN; null: the credentials that the environment holds. */
  readonly role: string | null;
  readonly audience: string;
  /** A server that is not AWS, which then gives the role too; null: AWS. */
  readonly s3Endpoint: string | null;
}

/** What opens the buckets among these places, URIs with the ledger first. ConfigurationError `role/...`, `ledger/...`. */
export async function bucketAccess(
  { role, audience, s3Endpoint }: BucketAccess,
  places: readonly (string | null)[],
  run: RunOfRole,
  platform: RolePlatform,
): Promise<StoreOptions> {
  requirePrivateAudience(audience); // also where it would not be used: it must not look as if it did something
  return {
    ...(s3Endpoint === null ? {} : { s3Endpoint, s3PathStyle: true }),
    ...(role === null ? {} : { role: await roleForBuckets({ arn: role, audience, s3Endpoint }, places, run, platform) }),
  };
}
