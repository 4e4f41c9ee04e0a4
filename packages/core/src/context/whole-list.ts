import { unknown, type NamedFact } from '../facts/fact.ts';

interface List<T> {
  items: T[];
  total: number;
}

/** A list that holds all it should, or the reason why nobody may rely on it: a shorter one lost something on the way. */
export function wholeList<T, U>(fact: NamedFact<List<T>>, convert: (item: T) => U): NamedFact<List<U>> {
  if (!fact.known) return fact;
  const { items, total } = fact.value;
  if (items.length !== total) return unknown(items.length < total ? 'truncated' : 'unusable');
  return { known: true, value: { items: items.map(convert), total } };
}
