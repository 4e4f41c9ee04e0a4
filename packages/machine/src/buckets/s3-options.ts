import type { S3Options } from '@proofrail/store-s3';
import type { StoreOptions } from './store-options.ts';

/** @throws ConfigurationError `ledger/endpoint` */
export async function s3Options({ s3Endpoint: server, s3PathStyle = false, role }: StoreOptions): Promise<S3Options> {
  const { parseS3Endpoint } = await import('@proofrail/store-s3');
  return {
    ...(server === undefined ? {} : { endpoint: parseS3Endpoint(server, s3PathStyle) }),
    ...(role === undefined ? {} : { credentials: role.credentials }),
  };
}
