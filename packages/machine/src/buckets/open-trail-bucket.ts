import type { S3Trail } from '@proofrail/store-s3';
import { s3Options } from './s3-options.ts';
import type { StoreOptions } from './store-options.ts';

export type { S3Trail } from '@proofrail/store-s3';

/**
 * The bucket of a trail, at `s3://BUCKET/PREFIX`.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/region`, `ledger/endpoint`
 */
export async function openTrailBucket(uri: string, options: StoreOptions): Promise<S3Trail> {
  const { S3Trail } = await import('@proofrail/store-s3'); // no trail in a folder needs the SDK
  return S3Trail.open(uri, await s3Options(options));
}
