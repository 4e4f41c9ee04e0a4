import canonicalize from 'canonicalize';
import { EngineError } from '../outcomes/failure.ts';
import { isJsonObject } from './json-kind.ts';
import type { JsonValue } from './json-value.ts';

const utf8 = new TextEncoder();
const MAX_DEPTH = 1_000; // no reader of ours lets in more; a value inside itself ends here as well

/**
 * RFC 8785 bytes of a value: UTF-8, no newline at the end. Made once, when a record is created; afterwards stored bytes are hashed, never
 * made again (design §6). Throws EngineError `canonical/not-json`: a value that JSON cannot hold is a fault of our own code, because
 * everything from outside came through parseStrictJson.
 */
export function canonicalJson(value: JsonValue): Uint8Array {
  // ECMAScript's digits and escapes are what RFC 8785 3.2.2 asks for: where the names stand in order, the engine writes the same bytes
  // at once, in a fifth of the time.
  if (demandJson(value, [])) return utf8.encode(JSON.stringify(value));
  const ordered = inOrder(value);
  // No object has them in order where some are whole numbers: an engine puts those first.
  return utf8.encode(demandJson(ordered, []) ? JSON.stringify(ordered) : canonicalize(value));
}

/** The same value, its names in the order of RFC 8785 3.2.3: by UTF-16 code units, as `sort` has them. */
function inOrder(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name] ?? null)])); // none is undefined: demandJson saw them all
}

/**
 * Whether all names stand in the order of RFC 8785 3.2.3. The library writes null for a hole, drops undefined and calls toJSON: each
 * would sign something else than what the caller holds.
 */
function demandJson(value: unknown, path: (string | number)[]): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return demand(Number.isFinite(value), path, 'a number without digits');
  if (typeof value === 'string') return demand(value.isWellFormed(), path, 'a lone surrogate');
  if (typeof value !== 'object') return demand(false, path, `a value of type ${typeof value}`);
  demand(path.length < MAX_DEPTH, path, `more than ${MAX_DEPTH} levels, or a value inside itself`);
  return Array.isArray(value) ? demandList(value, path) : demandObject(value as Readonly<Record<string, unknown>>, path);
}

function demandList(list: readonly unknown[], path: (string | number)[]): boolean {
  let inOrder = true;
  for (let index = 0; index < list.length; index += 1) inOrder = demandMember(list[index], index, path) && inOrder;
  return inOrder;
}

function demandObject(object: Readonly<Record<string, unknown>>, path: (string | number)[]): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Plain objects of another realm (worker, structuredClone in a sandbox) are plain too: their prototype has none above it.
  demand(prototype === null || Object.getPrototypeOf(prototype) === null, path, 'an instance of a class');
  demand(Object.getOwnPropertySymbols(object).length === 0, path, 'a member named by a symbol');
  let inOrder = true;
  let previous = '';
  for (const name of Object.keys(object)) {
    demand(name.isWellFormed(), path, 'a name with a lone surrogate');
    inOrder = demandMember(object[name], name, path) && inOrder && previous <= name;
    previous = name;
  }
  return inOrder;
}

function demandMember(value: unknown, step: string | number, path: (string | number)[]): boolean {
  path.push(step);
  const inOrder = demandJson(value, path);
  path.pop();
  return inOrder;
}

function demand(holds: boolean, path: readonly (string | number)[], found: string): true {
  if (holds) return true;
  const steps = path.slice(0, 20).map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  throw new EngineError('canonical/not-json', {
    expected: 'a value that I-JSON can hold (RFC 7493)',
    found,
    at: `value#${steps.join('')}`,
    doThis: 'Report this as a defect: a value from outside must be read by parseStrictJson.',
  });
}
