import type { IdentityStore } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { FileIdentities } from './file-identities.ts';
import { folderOf } from '../files/folder-of.ts';
import { isSamePlace } from './is-same-place.ts';
import { s3Options } from '../buckets/s3-options.ts';
import type { StoreOptions } from '../buckets/store-options.ts';

/**
 * Where the keys behind pseudonyms lie for a ledger: at `place` (`file:DIRECTORY`, or `s3://BUCKET/PREFIX` of a bucket without a lock),
 * else, for a ledger in a folder, in `DIRECTORY.identities` beside it. Nothing is made before the first person is recorded.
 *
 * @throws ConfigurationError `ledger/identities`, `ledger/uri`, `identities/locked`; UnavailableError `store/...`
 */
export async function openIdentities(
  ledger: string,
  place: string | null = null,
  options: StoreOptions = {},
): Promise<IdentityStore> {
  if (place !== null && isSamePlace(place, ledger)) throw notThere(place);
  if (place?.startsWith('s3:') === true) {
    const { S3Identities } = await import('@proofrail/store-s3');
    return S3Identities.open(place, await s3Options(options));
  }
  return new FileIdentities(place === null ? `${folderIn(ledger)}.identities` : folderIn(place));
}

function folderIn(uri: string): string {
  const folder = folderOf(uri);
  if (folder === null) throw notThere(uri);
  return folder;
}

const notThere = (found: string): ConfigurationError =>
  new ConfigurationError('ledger/identities', {
    expected: 'a place for the keys behind pseudonyms that is not the ledger: they must be erasable',
    found,
    at: 'identities',
    doThis: 'name a bucket without a lock, s3://BUCKET/PREFIX, or a folder that outlives the run, file:DIRECTORY',
  });
