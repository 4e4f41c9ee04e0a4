import { ConfigurationError } from '@proofrail/core/outcomes';
import type { ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';
import { systemClock } from './system-clock.ts';

/**
 * The store behind a ledger URI. `file:DIRECTORY` is the embedded one; nothing is made until the first record.
 *
 * @throws ConfigurationError `ledger/uri`, `ledger/unsupported`, and what the store says about the folder
 */
export async function openLedger(uri: string): Promise<ObjectStore> {
  const [scheme, rest] = parted(uri);
  if (scheme === 'file' && rest !== '') return FileStore.open(rest, systemClock);
  if (scheme === 's3')
    throw problem('ledger/unsupported', uri, 'this version writes to file:DIRECTORY only; a bucket comes with the next one');
  throw problem('ledger/uri', uri, 'write file: and a folder, such as file:./ledger');
}

function parted(uri: string): [scheme: string, rest: string] {
  const colon = uri.indexOf(':');
  return [uri.slice(0, Math.max(colon, 0)), uri.slice(colon + 1)];
}

const problem = (code: `ledger/${string}`, uri: string, doThis: string): ConfigurationError =>
  new ConfigurationError(code, {
    expected: 'a ledger URI: file:DIRECTORY',
    found: uri === '' ? 'nothing' : uri,
    at: 'ledger',
    doThis,
  });
