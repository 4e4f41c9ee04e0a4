import { pseudonymOf, type Actor, type IdentityStore } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';

/** An account as a command line names it: a person by number, who enters records under a pseudonym, or a bot or service as it is. */
export type NamedAccount = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'machine'; readonly actor: Actor };

/** ConfigurationError `acknowledge/account`. */
export function namedAccount(text: string, at: string): NamedAccount {
  if (/^[1-9][0-9]{0,19}$/.test(text)) return { kind: 'person', id: text };
  if (/^(bot:[0-9]{1,20}|service:[a-z][a-z0-9-]{0,40})$/.test(text)) return { kind: 'machine', actor: text as Actor };
  throw new ConfigurationError('acknowledge/account', {
    expected: 'the number of an account at GitHub, bot:NUMBER or service:NAME',
    found: text,
    at,
    doThis: '"gh api users/LOGIN --jq .id" prints the number: names change hands',
  });
}

export const actorOf = async (account: NamedAccount, identities: IdentityStore): Promise<Actor> =>
  account.kind === 'machine' ? account.actor : pseudonymOf(`github:${account.id}`, identities);
