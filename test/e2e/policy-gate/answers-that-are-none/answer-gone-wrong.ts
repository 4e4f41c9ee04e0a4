import type { Fault } from '@proofrail/testkit';
import { SeededRandom } from '../../../../packages/core/src/context/test/seeded-random.ts';
import type { Reading, Way } from './what-is-read.ts';

export interface AnswerGoneWrong {
  /** What is asked when it goes wrong, each time; as `questionOf` names it. */
  readonly question: string;
  readonly fault: Fault;
  /** For people. */
  readonly what: string;
}

const HUGE = 'x'.repeat(5_000_000);
const VALUES = [null, 0, -1, 1.5, '', 'x', HUGE, [], {}, true, '__proto__', { known: true }];

/**
 * Of two that differ in their seed alone, another question or another fault; the same for the same seed. Only what the gate looks at goes
 * wrong: an answer that is altered where nobody reads is no other answer.
 */
export function answerGoneWrong(seed: number, questions: readonly string[], reading: Reading): AnswerGoneWrong {
  const random = new SeededRandom(seed);
  const question = random.pick(questions);
  const ways = reading.get(question) ?? [];
  const fault = random.pick<Fault>([
    { kind: 'html', status: random.pick([200, 403, 404, 500]) },
    { kind: 'cut-body', bytes: random.below(60), how: random.pick(['closed', 'complete']) },
    { kind: 'wrong-encoding', encoding: random.pick(['utf16le', 'claims-gzip']) },
    { kind: 'reset' },
    { kind: 'status', status: random.pick([204, 301, 400, 401, 403, 404, 410, 422, 500, 502, 503]) },
  ]);
  if (ways.length === 0 || random.below(13) < 5) return { question, fault, what: JSON.stringify(fault) };
  const way = random.pick(ways);
  const remove = random.below(4) === 0;
  const told = `${remove ? 'without' : 'another'} ${way.join('/')}`;
  return { question, what: told, fault: { kind: 'mutate', change: (_call, body) => mutated(body, way, remove ? null : random) } };
}

/** The value at the end of the way replaced by one of another type, or removed. */
function mutated(body: unknown, [step, ...rest]: Way, random: SeededRandom | null): unknown {
  if (step === undefined) return random?.pick(VALUES.filter((value) => typeOf(value) !== typeOf(body)));
  if (typeof body !== 'object' || body === null) return body;
  const entries = Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
    if (name !== String(step)) return [[name, value]];
    return rest.length === 0 && random === null ? [] : [[name, mutated(value, rest, random)]];
  });
  return Array.isArray(body) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
