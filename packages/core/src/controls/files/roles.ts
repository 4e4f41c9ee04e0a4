import * as v from 'valibot';
import { platformId } from '../../facts/words.ts';
import { ConfigurationError } from '../../outcomes/index.ts';
import { checkDocument } from '../../documents/check-document.ts';
import type { YamlDocument } from '../../documents/strict-yaml.ts';
import { listOfDistinct, mapOf, roleName } from '../registry/vocabulary.ts';

/** Who holds which role, and which accounts are machines although the platform calls them users. */
export interface Roles {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly machineUsers: readonly string[];
}

export const NO_ROLES: Roles = { roles: {}, machineUsers: [] };

/** Numeric ids as text: a login can be given up and taken by somebody else, a number cannot. */
const accountIds = listOfDistinct(platformId);
const rolesFile = v.strictObject({ roles: mapOf(roleName, accountIds), machine_users: v.optional(accountIds) });

/**
 * `.proofrail/roles.yaml`.
 *
 * @throws ConfigurationError `roles/...` with file, line and column
 */
export function rolesOf(document: YamlDocument): Roles {
  const checked = checkDocument(document, rolesFile, {
    area: 'roles',
    docs: 'docs/controls.md',
    words: ['roles', 'machine_users'],
  });
  const machineUsers = checked.machine_users ?? [];
  for (const [role, holders] of Object.entries(checked.roles)) {
    const machine = holders.findIndex((id) => machineUsers.includes(id));
    if (machine < 0) continue;
    throw new ConfigurationError('roles/machine-holds-role', {
      expected: 'roles held by people: a machine cannot answer for a change',
      found: `${role} held by ${holders[machine]}, which is under machine_users`,
      at: document.at(`/roles/${role}/${machine}`),
      doThis: 'Remove it from one of the two lists.',
    });
  }
  return { roles: checked.roles, machineUsers };
}
