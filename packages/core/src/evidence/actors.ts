import type { InputDocument, PersonLabel } from '../context/index.ts';
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
    const isBot = described[label]?.kind === 'bot';
    return [label, isBot ? `bot:${id}` : await pseudonymOf(`github:${id}`, store)];
  });
  return new Map(await Promise.all(named));
}
