import type { IdentityStore } from '@proofrail/core/evidence';
import { openIdentities } from '@proofrail/machine';
import type { PersonOptions } from './declare-person.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';

/** The keys of people, wherever they lie: no ledger is opened. ConfigurationError `ledger/identities`, `identities/locked`. */
export async function openPeople(asked: PersonOptions, session: Session): Promise<IdentityStore> {
  const options = await withRole(asked, session);
  return openIdentities('', options.identities, options);
}
