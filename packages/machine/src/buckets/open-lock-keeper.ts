import { ConfigurationError } from '@proofrail/core/outcomes';
import type { LockKeeper } from '@proofrail/core/ports';
import { s3Options } from './s3-options.ts';
import type { StoreOptions } from './store-options.ts';

/** The locks of a ledger. ConfigurationError `ledger/no-locks` for one in a folder, and what opening a bucket throws. */
export async function openLockKeeper(uri: string, options: StoreOptions): Promise<LockKeeper> {
  if (!uri.startsWith('s3:')) throw noLocks(uri);
  const { S3LockKeeper } = await import('@proofrail/store-s3'); // it brings the SDK along
  return S3LockKeeper.open(uri, await s3Options(options));
}

const noLocks = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/no-locks', {
    expected: 'a ledger in a bucket, whose objects are locked: s3://BUCKET/PREFIX',
    found: uri,
    at: '--ledger',
    doThis: 'Nothing locks a ledger in a folder, so there is nothing to lengthen.',
  });
