import canonicalize from 'canonicalize';
import { EngineError } from '../outcomes/failure.ts';
import type { JsonValue } from './json-value.ts';

const utf8 = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u; // a pair is one code point of another category
const MAX_DEPTH = 1_000; // no reader of ours lets in more; a value inside itself ends here as well

/**
 * RFC 8785 bytes of a value: UTF-8, no newline at the end. Made once, when a record is created; afterwards stored bytes are hashed, never
 * made again (design §6). Throws EngineError `canonical/not-json`: a value that JSON cannot hold is a fault of our own code, because
 * everything from outside came through parseStrictJson.
 */
export function canonicalJson(value: JsonValue): Uint8Array {
  demandJson(value, []);
  return utf8.encode(canonicalize(value));
}

// The library writes null for a hole, drops undefined and calls toJSON: each would sign something else than what the caller holds.
function demandJson(value: unknown, path: (string | number)[]): void {
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'number') return demand(Number.isFinite(value), path, 'a number without digits');
  if (typeof value === 'string') return demand(!LONE_SURROGATE.test(value), path, 'a lone surrogate');
  if (typeof value !== 'object') return demand(false, path, `a value of type ${typeof value}`);
  demand(path.length < MAX_DEPTH, path, `more than ${MAX_DEPTH} levels, or a value inside itself`);
  if (Array.isArray(value)) for (let index = 0; index < value.length; index += 1) demandMember(value[index], index, path);
  else demandObject(value as Readonly<Record<string, unknown>>, path);
}

function demandObject(object: Readonly<Record<string, unknown>>, path: (string | number)[]): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Plain objects of another realm (worker, structuredClone in a sandbox) are plain too: their prototype has none above it.
  demand(prototype === null || Object.getPrototypeOf(prototype) === null, path, 'an instance of a class');
  demand(Object.getOwnPropertySymbols(object).length === 0, path, 'a member named by a symbol');
  for (const name of Object.keys(object)) {
    demand(!LONE_SURROGATE.test(name), path, 'a name with a lone surrogate');
    demandMember(object[name], name, path);
  }
}

function demandMember(value: unknown, step: string | number, path: (string | number)[]): void {
  path.push(step);
  demandJson(value, path);
  path.pop();
}

function demand(holds: boolean, path: readonly (string | number)[], found: string): void {
  if (holds) return;
  const steps = path.slice(0, 20).map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  throw new EngineError('canonical/not-json', {
    expected: 'a value that I-JSON can hold (RFC 7493)',
    found,
    at: `value#${steps.join('')}`,
    doThis: 'Report this as a defect: a value from outside must be read by parseStrictJson.',
  });
}
