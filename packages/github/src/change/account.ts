import type { FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import { numericId } from './wire.ts';

type Account = FactsDocument['accounts'][number];

/** In place of an account that was deleted or that GitHub does not name: nobody holds this number, and its kind is unknown. */
export const NOBODY = '0';

const KINDS: Readonly<Record<string, Account['kind']>> = { User: 'human', Bot: 'bot', App: 'bot', Mannequin: 'bot' };

/** Somebody in an answer of GraphQL; null and whoever has no number is nobody. */
export const actor = v.pipe(
  v.nullable(v.object({ __typename: v.string(), databaseId: v.nullish(numericId, null) })),
  v.transform((found): Account =>
    found === null || found.databaseId === null
      ? { id: NOBODY, kind: 'unknown' }
      : { id: found.databaseId, kind: (Object.hasOwn(KINDS, found.__typename) ? KINDS[found.__typename] : null) ?? 'unknown' },
  ),
);

/** The same in an answer of REST. */
export const restActor = v.pipe(
  v.nullish(v.object({ id: numericId, type: v.optional(v.string(), '') }), null),
  v.transform((found): Account =>
    found === null
      ? { id: NOBODY, kind: 'unknown' }
      : { id: found.id, kind: (Object.hasOwn(KINDS, found.type) ? KINDS[found.type] : null) ?? 'unknown' },
  ),
);

const STRICTNESS: readonly Account['kind'][] = ['human', 'unknown', 'bot'];

/** Everybody once, by number. Whom two answers describe differently is what counts less. */
export function distinctAccounts(accounts: Iterable<Account>): Account[] {
  const kinds = new Map<string, Account['kind']>();
  for (const { id, kind } of accounts) {
    const before = kinds.get(id);
    if (before === undefined || STRICTNESS.indexOf(kind) > STRICTNESS.indexOf(before)) kinds.set(id, kind);
  }
  return [...kinds].map(([id, kind]) => ({ id, kind })).sort((one, other) => compareText(one.id, other.id));
}

/** By code unit: an order that no locale changes. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
