import type { FactsDocument, InputDocument, PersonLabel } from '../context/index.ts';
import type { IdentityStore } from './identity-store.ts';
import { pseudonymOf, type Pseudonym } from './pseudonym.ts';

export type Actor = Pseudonym | `bot:${string}` | `service:${string}`;
export type Actors = ReadonlyMap<string, Actor>;

/**
 * Who the labels of one decision are, as records name them: people by pseudonym, bots by id. An account of unknown kind may be a
 * person's.
 */
export async function actorsOf(
  people: ReadonlyMap<PersonLabel, string>,
  described: InputDocument['people'],
  store: IdentityStore,
): Promise<Actors> {
  const named = [...people].map(async ([label, id]): Promise<[string, Actor]> => {
    return [label, await actorOf(id, described[label]?.kind === 'bot', store)];
  });
  return new Map(await Promise.all(named));
}

/** The same for accounts that no rule sees and that therefore have no label, by account id. */
export async function actorsOfAccounts(
  ids: readonly string[],
  accounts: FactsDocument['accounts'],
  store: IdentityStore,
): Promise<Actors> {
  const bots = new Set(accounts.filter(({ kind }) => kind === 'bot').map(({ id }) => id));
  const named = ids.map(async (id): Promise<[string, Actor]> => [id, await actorOf(id, bots.has(id), store)]);
  return new Map(await Promise.all(named));
}

const actorOf = async (id: string, isBot: boolean, store: IdentityStore): Promise<Actor> =>
  isBot ? `bot:${id}` : await pseudonymOf(`github:${id}`, store);
