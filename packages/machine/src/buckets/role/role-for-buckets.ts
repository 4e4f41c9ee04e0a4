import { ConfigurationError } from '@proofrail/core/outcomes';
import type { IdentityTokens } from '@proofrail/core/ports';
import type { AssumedRole } from '@proofrail/store-s3';
import { requirePrivateAudience } from './require-private-audience.ts';
import { requireRoleArn } from './require-role-arn.ts';

/** A role by the word of a workflow or a command line. */
export interface RoleToAssume {
  readonly arn: string;
  /** For whom the token is that opens it. */
  readonly audience: string;
  /** A server that is not AWS and gives the role itself; null: AWS. */
  readonly s3Endpoint: string | null;
}

/** The run that asks for a role. */
export interface RunOfRole {
  readonly repository: { readonly id: string };
  readonly run: { readonly id: string; readonly attempt: number };
}

export interface RolePlatform {
  /** Null in a job without the permission `id-token: write`. */
  readonly tokens: IdentityTokens | null;
  /** Keeps a secret out of the log. */
  readonly hide: (secret: string) => void;
}

/**
 * The role that opens the buckets among these places. Nothing is asked for before the first of them is opened.
 *
 * @param places URIs; the ledger first, whose region says where the role is asked for
 * @param run null outside of a job, where there are no tokens either
 * @throws ConfigurationError `role/...`, `ledger/...`
 */
export async function roleForBuckets(
  { arn, audience, s3Endpoint }: RoleToAssume,
  places: readonly (string | null)[],
  run: RunOfRole | null,
  platform: RolePlatform,
): Promise<AssumedRole> {
  requireRoleArn(arn);
  requirePrivateAudience(audience);
  const bucket = places.find((place) => place?.startsWith('s3:') === true);
  if (typeof bucket !== 'string') throw noBucket(arn);
  const { AssumedRole, parseS3Endpoint, parseS3Uri, stsUrl } = await import('@proofrail/store-s3');
  const { region } = parseS3Uri(bucket);
  if (region === null) throw noRegion(bucket);
  const sts = s3Endpoint === null ? stsUrl(arn, region) : parseS3Endpoint(s3Endpoint, true).url;
  return new AssumedRole({ arn, audience, sts, sessionName: nameOf(run), ...platform });
}

/** What the trail of AWS shows beside every call of the run. */
const nameOf = (of: RunOfRole | null): string =>
  ['proofrail', ...(of === null ? [] : [of.repository.id, of.run.id, of.run.attempt])].join('-');

const noBucket = (arn: string): ConfigurationError =>
  new ConfigurationError('role/no-bucket', {
    expected: 'a ledger in a bucket beside the role',
    found: 'folders alone',
    at: arn,
    doThis: 'name the bucket, s3://BUCKET/PREFIX?region=…, or leave the role out',
  });

const noRegion = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/region', {
    expected: 'the region of the bucket, in which the role is asked for',
    found: 'nobody who says it',
    at: uri,
    doThis: 'add it to the URI, such as ?region=eu-central-1',
  });
