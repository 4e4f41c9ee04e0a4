import { EngineError } from '../outcomes/failure.ts';
import type { JsonValue } from './json-value.ts';

type Path = (string | number)[];
type Members = Record<string, unknown>;

const utf8 = new TextEncoder();
const LONE_SURROGATE = /\p{Surrogate}/u; // a pair is one code point of another category
const MAX_DEPTH = 1_000; // no reader of ours lets in more; a value inside itself ends here as well
const OUT_OF_TURN = /^(?:[0-9]+|__proto__)$/; // an object lists numbers before all other names, and takes __proto__ for its prototype

/**
 * RFC 8785 bytes of a value: UTF-8, no newline at the end. Made once, when a record is created; afterwards stored bytes are hashed, never
 * made again (design §6). Throws EngineError `canonical/not-json`: a value that JSON cannot hold is a fault of our own code, because
 * everything from outside came through parseStrictJson.
 *
 * ECMAScript's own digits and escapes are what RFC 8785 3.2.2 asks for, so only the order is ours: a checked copy with sorted names,
 * written by the engine at once. A quarter of the time of writing piece by piece, as `canonicalize` does (measured, 30,000 findings).
 */
export function canonicalJson(value: JsonValue): Uint8Array {
  return utf8.encode(JSON.stringify(sorted(value, [])));
}

// JSON.stringify writes null for a hole, drops undefined and calls toJSON: each would sign something else than what the caller holds.
function sorted(value: unknown, path: Path): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') demand(Number.isFinite(value), path, 'a number without digits');
  else if (typeof value === 'string') demand(!LONE_SURROGATE.test(value), path, 'a lone surrogate');
  else if (typeof value !== 'object') demand(false, path, `a value of type ${typeof value}`);
  else {
    demand(path.length < MAX_DEPTH, path, `more than ${MAX_DEPTH} levels, or a value inside itself`);
    return Array.isArray(value) ? sortedItems(value, path) : sortedMembers(value as Readonly<Members>, path);
  }
  return value;
}

function sortedItems(items: readonly unknown[], path: Path): unknown[] {
  const copy: unknown[] = [];
  for (let index = 0; index < items.length; index += 1) copy.push(below(items[index], index, path));
  return copy;
}

function sortedMembers(object: Readonly<Members>, path: Path): Members {
  const prototype: unknown = Object.getPrototypeOf(object);
  // Plain objects of another realm (worker, structuredClone in a sandbox) are plain too: their prototype has none above it.
  demand(prototype === null || Object.getPrototypeOf(prototype) === null, path, 'an instance of a class');
  demand(Object.getOwnPropertySymbols(object).length === 0, path, 'a member named by a symbol');
  const names = Object.keys(object).sort(); // by UTF-16 code units (3.2.3)
  const keepsOrder = !names.some((name) => OUT_OF_TURN.test(name));
  const copy: Members = keepsOrder ? {} : (Object.create(null) as Members);
  for (const name of names) {
    demand(!LONE_SURROGATE.test(name), path, 'a name with a lone surrogate');
    copy[name] = below(object[name], name, path);
  }
  return keepsOrder ? copy : new Proxy(copy, { ownKeys: () => names });
}

function below(value: unknown, step: string | number, path: Path): unknown {
  path.push(step);
  const copy = sorted(value, path);
  path.pop();
  return copy;
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
