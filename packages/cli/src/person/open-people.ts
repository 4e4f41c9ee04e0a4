import type { IdentityStore } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { openIdentities } from '@proofrail/machine';
import type { PersonOptions } from './declare-person.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';

/** The keys of people, wherever they lie: no ledger is opened. ConfigurationError `ledger/identities`, `ledger/endpoint`, `identities/locked`. */
export async function openPeople(asked: PersonOptions, session: Session): Promise<IdentityStore> {
  requireNoServer(asked);
  const options = await withRole(asked, session);
  return openIdentities('', options.identities, options);
}

/** A server beside a folder was meant for keys that lie elsewhere, and "nobody known" would then be said of the wrong place. */
function requireNoServer({ identities, s3Endpoint }: PersonOptions): void {
  if (s3Endpoint === undefined || identities.startsWith('s3:')) return;
  throw new ConfigurationError('ledger/endpoint', {
    expected: 's3:// identities beside --s3-endpoint',
    found: identities,
    at: '--s3-endpoint',
    doThis: 'leave it out, or name the bucket',
  });
}
