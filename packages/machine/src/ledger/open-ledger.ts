import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';
import { s3Options } from '../buckets/s3-options.ts';
import type { StoreOptions } from '../buckets/store-options.ts';
import { systemClock } from '../process/system-clock.ts';

/**
 * The store behind a ledger URI: `file:DIRECTORY`, where nothing is made until the first record, or `s3://BUCKET/PREFIX`. `at` is who named it.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/endpoint`, `ledger/no-versions`, and what the store says about the folder; UnavailableError `store/...`
 */
export async function openLedger(uri: string, options: StoreOptions = {}, at = 'ledger'): Promise<ObjectStore> {
  const [scheme, rest] = parted(uri);
  if (scheme === 's3') {
    // 600 kB of SDK that no other ledger needs, and a gate without a ledger least of all.
    const { S3Store } = await import('@proofrail/store-s3');
    const store = await S3Store.open(uri, await s3Options(options));
    await store.requireVersions();
    return store;
  }
  if (options.s3Endpoint !== undefined) throw noServer(uri);
  // Two slashes before a name make it a host (RFC 8089), and no folder of another machine is reached like that.
  if (scheme === 'file' && !/^(\/\/[^/]|$)/.test(rest)) return FileStore.open(rest, systemClock);
  throw new ConfigurationError('ledger/uri', {
    expected: 'a ledger URI: file:DIRECTORY or s3://BUCKET/PREFIX',
    found: uri === '' ? 'nothing' : uri,
    at,
    doThis: 'write file: and a folder, such as file:./ledger, or s3:// and a bucket',
  });
}

function parted(uri: string): [scheme: string, rest: string] {
  const colon = uri.indexOf(':');
  return [uri.slice(0, Math.max(colon, 0)), uri.slice(colon + 1)];
}

const noServer = (uri: string): ConfigurationError =>
  new ConfigurationError('ledger/endpoint', {
    expected: 'an s3:// ledger beside --s3-endpoint',
    found: uri,
    at: '--s3-endpoint',
    doThis: 'leave it out, or name the bucket',
  });
