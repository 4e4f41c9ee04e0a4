import { ConfigurationError } from '@proofrail/core/outcomes';
import type { S3Location } from './s3-uri.ts';

const OWN_FOLDER = /(^|\/)v1\//;

/**
 * Who looks into a bucket sees `v1/` and copies it along. A ledger in there would be made of objects that belong to no part of the one
 * above, and the lock keeps them for years.
 *
 * @throws ConfigurationError `ledger/uri`
 */
export function requireAbove({ prefix }: S3Location, uri: string): void {
  const inside = OWN_FOLDER.exec(prefix);
  if (inside === null) return;
  throw new ConfigurationError('ledger/uri', {
    expected: 'where a ledger begins: above the folder v1 that it makes itself',
    found: `the prefix ${JSON.stringify(prefix)}`,
    at: uri.slice(0, 256),
    doThis: 'leave away /v1 and all that follows it',
  });
}
