import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';

/** Who asks for how many days objects are locked is not answered by a store that has no locks. ConfigurationError `ledger/not-a-bucket`. */
export function requireLocks(store: ObjectStore, days: number | undefined): void {
  if (days === undefined || store.lockOf !== undefined) return;
  throw new ConfigurationError('ledger/not-a-bucket', {
    expected: 'a bucket, whose objects may be locked: s3://BUCKET/PREFIX',
    found: store.uri,
    at: '--days',
    doThis: 'Leave it out: a folder locks nothing, and its assurance says so.',
  });
}
