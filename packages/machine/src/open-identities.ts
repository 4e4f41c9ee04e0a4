import type { IdentityStore } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { FileIdentities } from './file-identities.ts';

/**
 * Where the keys behind pseudonyms lie for a ledger: in the folder that `place` names (`file:DIRECTORY`), else, for a ledger in a
 * folder, in `DIRECTORY.identities` beside it. Nothing is made before the first person is recorded.
 *
 * @throws ConfigurationError `ledger/unsupported`
 */
export function openIdentities(ledger: string, place: string | null = null): IdentityStore {
  if (place !== null) return new FileIdentities(folderIn(place, '--identities'));
  return new FileIdentities(`${folderIn(ledger, 'ledger')}.identities`);
}

function folderIn(uri: string, at: string): string {
  if (uri.startsWith('file:') && uri.length > 'file:'.length) return uri.slice('file:'.length).replace(/\/+$/, '');
  throw new ConfigurationError('ledger/unsupported', {
    expected: 'a folder for the keys behind pseudonyms: they must not lie in a bucket that forgets nothing',
    found: uri,
    at,
    doThis: 'name a folder of its own that outlives the run: --identities file:DIRECTORY',
  });
}
