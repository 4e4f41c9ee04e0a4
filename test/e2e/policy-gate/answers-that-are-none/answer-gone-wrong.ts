import type { Call, Fault } from '@proofrail/testkit';
import { SeededRandom } from '../../../../packages/core/src/context/test/seeded-random.ts';

export interface AnswerGoneWrong {
  /** Which of the calls of a run, as `callNames` names them. */
  readonly call: string;
  readonly fault: Fault;
}

const HUGE = 'x'.repeat(5_000_000);
const VALUES = [null, 0, -1, 1.5, '', 'x', HUGE, [], {}, true, '__proto__', { known: true }];

/** Of two that differ in their seed alone, another call or another fault; the same for the same seed. */
export function answerGoneWrong(seed: number, calls: readonly string[]): AnswerGoneWrong {
  const random = new SeededRandom(seed);
  const call = random.pick(calls);
  const fault = random.pick<Fault>([
    { kind: 'html', status: random.pick([200, 403, 404, 500]) },
    { kind: 'cut-body', bytes: random.below(400), how: random.pick(['closed', 'complete']) },
    { kind: 'wrong-encoding', encoding: random.pick(['utf16le', 'claims-gzip']) },
    { kind: 'reset' },
    { kind: 'status', status: random.pick([204, 301, 400, 401, 403, 404, 410, 422, 500, 502, 503]) },
    ...Array.from({ length: 8 }, (): Fault => ({ kind: 'mutate', change: (_call, body) => mutated(body, random) })),
  ]);
  return { call, fault };
}

/** By address, and how often it was asked for before: several calls are made at once and arrive in any order. */
export function callNames(): (call: Call) => string {
  const times = new Map<string, number>();
  return ({ url }) => {
    times.set(url, (times.get(url) ?? 0) + 1);
    return `${url} ${times.get(url)}`;
  };
}

/** One value somewhere in the answer replaced or removed. */
function mutated(body: unknown, random: SeededRandom): unknown {
  if (typeof body !== 'object' || body === null || random.below(12) === 0) return random.pick(VALUES);
  const keys = Object.keys(body);
  if (keys.length === 0) return random.pick(VALUES);
  const key = random.pick(keys);
  const entries = Object.entries(body).flatMap(([name, value]) =>
    name !== key ? [[name, value] as const] : random.below(12) === 0 ? [] : [[name, mutated(value, random)] as const],
  );
  return Array.isArray(body) ? entries.map(([, value]) => value as unknown) : Object.fromEntries(entries);
}
