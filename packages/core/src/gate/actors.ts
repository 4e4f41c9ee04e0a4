import type { FactsDocument, PersonLabel } from '../context/index.ts';
import { pseudonymOf, type Pseudonym } from '../evidence/pseudonym.ts';
import type { IdentityStore } from '../evidence/identity-store.ts';

export type Actor = Pseudonym | `bot:${string}`;

/** Label → how records name that person. Bots are no people and stay readable (auditor.md 6.10). */
export async function actorsOf(
  facts: FactsDocument,
  people: ReadonlyMap<PersonLabel, string>,
  identities: IdentityStore,
): Promise<ReadonlyMap<string, Actor>> {
  const bots = new Set(facts.accounts.filter(({ kind }) => kind === 'bot').map(({ id }) => id));
  const actor = async (id: string): Promise<Actor> =>
    bots.has(id) ? `bot:${id}` : pseudonymOf(`${facts.platform}:${id}`, identities);
  return new Map(await Promise.all([...people].map(async ([label, id]) => [label, await actor(id)] as const)));
}
