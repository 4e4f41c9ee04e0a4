import canonicalize from 'canonicalize';
import { EngineError } from '../outcomes/failure.ts';
import type { JsonValue } from './json-value.ts';

const utf8 = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u; // a pair is one code point of another category

/**
 * RFC 8785 bytes of a value: UTF-8, no newline at the end. Made once, when a record is created; afterwards stored bytes are hashed, never
 * made again (design §6). Throws EngineError `canonical/not-json`: a value that JSON cannot hold is a fault of our own code, because
 * everything from outside came through parseStrictJson.
 */
export function canonicalJson(value: JsonValue): Uint8Array {
  requireJson(value, '', new Set());
  return utf8.encode(canonicalize(value));
}

// The library writes null for a hole, drops undefined and calls toJSON: each would sign something else than what the caller holds.
function requireJson(value: unknown, pointer: string, above: Set<object>): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') return demand(Number.isFinite(value), pointer, String(value));
  if (typeof value === 'string') return demand(!LONE_SURROGATE.test(value), pointer, 'a lone surrogate');
  if (typeof value !== 'object') throw notJson(pointer, typeof value);
  demand(!above.has(value), pointer, 'a value inside itself');
  above.add(value);
  if (Array.isArray(value)) for (const [index, item] of value.entries()) requireJson(item, `${pointer}/${index}`, above);
  else requireObject(value, pointer, above);
  above.delete(value);
}

function requireObject(object: object, pointer: string, above: Set<object>): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  demand(prototype === Object.prototype || prototype === null, pointer, 'an instance of a class');
  demand(Object.getOwnPropertySymbols(object).length === 0, pointer, 'a member named by a symbol');
  for (const [name, member] of Object.entries(object)) {
    demand(!LONE_SURROGATE.test(name), pointer, 'a name with a lone surrogate');
    requireJson(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, above);
  }
}

function demand(holds: boolean, pointer: string, found: string): void {
  if (!holds) throw notJson(pointer, found);
}

function notJson(pointer: string, found: string): EngineError {
  return new EngineError('canonical/not-json', {
    expected: 'a value that I-JSON can hold (RFC 7493)',
    found,
    at: `value#${pointer}`,
    doThis: 'Report this as a defect: a value from outside must be read by parseStrictJson.',
  });
}
