import { ConfigurationError } from '@proofrail/core/outcomes';
import type { IdentityTokens } from '@proofrail/core/ports';
import type { StoreOptions } from './store-options.ts';

/** How a step reaches its buckets, by the word of its workflow. */
export interface BucketAccess {
  readonly role: { readonly arn: string; readonly audience: string } | null;
  /** A server that is not AWS, which then gives the role too; null: AWS. */
  readonly s3Endpoint: string | null;
}

/** The run that asks for a role. */
export interface RoleSession {
  readonly repository: { readonly id: string };
  readonly run: { readonly id: string; readonly attempt: number };
}

interface Platform {
  /** Null in a job without the permission `id-token: write`. */
  readonly tokens: IdentityTokens | null;
  /** Keeps a secret out of the log. */
  readonly hide: (secret: string) => void;
}

/**
 * What opens the buckets among these places. Nothing is asked for before the first of them is opened.
 *
 * @param places URIs; the ledger first, whose region says where the role is asked for
 * @throws ConfigurationError `role/no-bucket`, `role/partition`, `ledger/...`
 */
export async function bucketAccess(
  { role, s3Endpoint }: BucketAccess,
  places: readonly (string | null)[],
  { repository, run }: RoleSession,
  { tokens, hide }: Platform,
): Promise<StoreOptions> {
  const server = s3Endpoint === null ? {} : { s3Endpoint, s3PathStyle: true };
  if (role === null) return server;
  const bucket = places.find((place) => place?.startsWith('s3:') === true);
  if (typeof bucket !== 'string') throw noBucket(role.arn);
  const { AssumedRole, parseS3Endpoint, parseS3Uri, stsUrl } = await import('@proofrail/store-s3');
  const { region } = parseS3Uri(bucket);
  if (region === null) throw noRegion(bucket);
  const sts = s3Endpoint === null ? stsUrl(role.arn, region) : parseS3Endpoint(s3Endpoint, true).url;
  const sessionName = `proofrail-${repository.id}-${run.id}-${run.attempt}`;
  return { ...server, role: new AssumedRole({ ...role, sts, sessionName, tokens, hide }) };
}

const noBucket = (arn: string): ConfigurationError =>
  new ConfigurationError('role/no-bucket', {
    expected: 'a ledger in a bucket beside "role-to-assume"',
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
