import type { IdentityStore } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { FileIdentities } from './file-identities.ts';

/**
 * Where the keys behind pseudonyms lie for a ledger: for `file:DIRECTORY`, in the folder `DIRECTORY.identities` beside it. Nothing is
 * made before the first person is recorded.
 *
 * @throws ConfigurationError `ledger/unsupported`
 */
export function openIdentities(ledger: string): IdentityStore {
  if (ledger.startsWith('file:') && ledger.length > 'file:'.length)
    return new FileIdentities(`${ledger.slice('file:'.length).replace(/\/+$/, '')}.identities`);
  throw new ConfigurationError('ledger/unsupported', {
    expected: 'a ledger URI: file:DIRECTORY',
    found: ledger,
    at: 'ledger',
    doThis: 'write file: and a folder, such as file:./ledger',
  });
}
