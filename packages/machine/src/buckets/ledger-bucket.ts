import { ConfigurationError } from '@proofrail/core/outcomes';
import { examineBucket, makeBucket, parseS3Uri, type ExaminedPromise, type StepTaken } from '@proofrail/store-s3';
import { s3Options } from './s3-options.ts';
import type { StoreOptions } from './store-options.ts';

export type { ExaminedPromise, StepTaken } from '@proofrail/store-s3';

// Not in the package's index: it brings the SDK along.

/** @throws what `examineBucket` throws, and ConfigurationError `ledger/not-a-bucket`, `ledger/endpoint` */
export async function examineLedgerBucket(uri: string, days: number, options: StoreOptions): Promise<ExaminedPromise[]> {
  return examineBucket(bucketIn(uri), days, await s3Options(options));
}

/** @throws what `makeBucket` throws, and ConfigurationError `ledger/not-a-bucket`, `ledger/endpoint` */
export async function makeLedgerBucket(uri: string, days: number, options: StoreOptions): Promise<StepTaken[]> {
  return makeBucket(bucketIn(uri), days, await s3Options(options));
}

/**
 * What can be told of a bucket and a server before anything is asked. `makeLedgerBucket` would end in the same.
 *
 * @throws ConfigurationError `ledger/not-a-bucket`, `ledger/endpoint`, `ledger/uri`
 */
export async function requireLedgerBucket(uri: string, options: StoreOptions): Promise<void> {
  parseS3Uri(bucketIn(uri));
  await s3Options(options);
}

function bucketIn(uri: string): string {
  if (uri.startsWith('s3:')) return uri;
  throw new ConfigurationError('ledger/not-a-bucket', {
    expected: 'a ledger in a bucket: s3://BUCKET/PREFIX',
    found: uri,
    at: '--ledger',
    doThis: 'a ledger in a folder needs no preparation, and promises less: docs/stores.md',
  });
}
