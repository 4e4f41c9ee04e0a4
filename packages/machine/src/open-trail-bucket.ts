import type { S3Trail } from '@proofrail/store-s3';
import type { StoreOptions } from './store-options.ts';

export type { S3Trail } from '@proofrail/store-s3';

/**
 * The bucket of a trail, at `s3://BUCKET/PREFIX`.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/region`, `ledger/endpoint`
 */
export async function openTrailBucket(uri: string, { s3Endpoint: server, s3PathStyle = false }: StoreOptions): Promise<S3Trail> {
  const { parseS3Endpoint, S3Trail } = await import('@proofrail/store-s3'); // no trail in a folder needs the SDK
  return S3Trail.open(uri, server === undefined ? {} : { endpoint: parseS3Endpoint(server, s3PathStyle) });
}
