import type { JsonValue } from '../canonical/json-value.ts';

/** The same value with every object's names in the order of RFC 8785 3.2.3, so that its canonical bytes are written in one pass. */
export function inNameOrder<T extends JsonValue>(value: T): T {
  return ordered(value) as T;
}

function ordered(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(ordered);
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null)]));
}

const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value);
