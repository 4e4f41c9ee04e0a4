import type { JsonValue } from '../canonical/json-value.ts';

const MOST = 60;

/** A JSON value in a few words, for the `found` of an error. Untrusted text may be inside: shortened here, escaped by who shows it. */
export function describeValue(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${shorten(value)}"`;
  return `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}

function shorten(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}
