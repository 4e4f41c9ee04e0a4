import { describe, expect, it } from '@jest/globals';
import type { Assurance } from '@proofrail/core/ports';
import type { Fault, FaultScript } from '@proofrail/store-memory';
import { inRequiredRun } from '../required-run.ts';
import { expectNothingLost, RECORDS, runWriters, type Writer } from './crashing-writers.ts';
import { randomFrom } from './interleaved-store.ts';

/** Crash table of ledger.md 4.4: a request boundary each, by death of the writer or by an answer that does not come. */
const MISHAPS: readonly Fault[] = ['lost-before', 'lost-after', 'conflict', 'late'];
const DEATHS: readonly Fault[] = ['die-before', 'die-sent', 'die-after'];
const FAULTS = [...MISHAPS, ...DEATHS];
const RANDOM_WAYS = inRequiredRun(300, 60);
const ORDERS = inRequiredRun(100, 30);
const CROWDS = inRequiredRun(150, 6);

const at =
  (number: number, fault: Fault): FaultScript =>
  (call) =>
    call.number === number ? possible(fault, call.operation) : null;
/** A conflict is an answer to creates alone; what a read or a listing did not get back, it did not get back. */
const possible = (fault: Fault, operation: string): Fault | null =>
  operation === 'create' || DEATHS.includes(fault) || fault === 'lost-before' ? fault : null;
const never: FaultScript = () => null;
const answersGetLost =
  (random: () => number): FaultScript =>
  ({ operation }) =>
    operation === 'create' && random() < 0.2 ? (MISHAPS[Math.floor(random() * MISHAPS.length)] ?? null) : null;

/** The writers of these scripts, each with so many records. */
const writers = (scripts: readonly FaultScript[], each: number): Writer[] =>
  scripts.map((script, index) => ({ records: RECORDS.slice(index * each, (index + 1) * each), script }));

const boundaries = (requests: number): readonly FaultScript[] =>
  Array.from({ length: requests }, (_, index) => FAULTS.map((fault) => at(index + 1, fault))).flat();

describe.each<Assurance>(['locked', 'local'])('one writer on a %s store', (assurance) => {
  it('loses nothing, blocks nobody and writes nothing twice, whichever request fails in whichever way', async () => {
    const { calls } = await runWriters(writers([never], 4), 1, assurance);
    const requests = calls[0] ?? 0;
    expect(requests).toBeGreaterThan(8);
    for (const fault of FAULTS) {
      for (let number = 1; number <= requests; number++) {
        const result = await runWriters(writers([at(number, fault)], 4), number, assurance);
        expect(result.ends[0] === 'died').toBe(DEATHS.includes(fault));
        await expectNothingLost(result);
      }
    }
  });

  it(`comes through when many requests in a row fail, in ${RANDOM_WAYS} random ways`, async () => {
    for (let seed = 1; seed <= RANDOM_WAYS; seed++) {
      const result = await runWriters(writers([answersGetLost(randomFrom(seed))], 4), seed, assurance);
      expect(result.acknowledged).toHaveLength(5);
      await expectNothingLost(result);
    }
  });
});

/** No writer of two sends more, whatever happens to it: beyond these there is no crash point. */
const MOST_REQUESTS = { locked: 14, local: 13 };

describe.each(['locked', 'local'] as const)('two writers on a %s store', (assurance) => {
  const points = [never, ...boundaries(MOST_REQUESTS[assurance])];
  const pairs = points.flatMap((first, index) => points.slice(index).map((second) => [first, second])); // they are alike
  const chosen = pairs.filter((_, index) => index % inRequiredRun(1, 23) === 0);

  it(`both get their places when nothing fails, in ${ORDERS} orders of requests`, async () => {
    for (let seed = 1; seed <= ORDERS; seed++) {
      const result = await runWriters(writers([never, never], 3), seed, assurance);
      expect(result.acknowledged).toHaveLength(7);
      await expectNothingLost(result);
    }
  });

  it(`leave everything whole when each meets any crash point, or none (${chosen.length} pairs of ${pairs.length})`, async () => {
    for (const [seed, pair] of chosen.entries()) {
      const result = await runWriters(writers(pair, 1), seed, assurance);
      expect(Math.max(...result.calls)).toBeLessThanOrEqual(MOST_REQUESTS[assurance]);
      await expectNothingLost(result);
    }
  });

  it(`neither loses nor doubles when answers of both are lost, in ${RANDOM_WAYS} random ways`, async () => {
    for (let seed = 1; seed <= RANDOM_WAYS; seed++) {
      const script = answersGetLost(randomFrom(seed));
      const result = await runWriters(writers([script, script], 3), seed, assurance);
      expect(result.acknowledged).toHaveLength(7);
      await expectNothingLost(result);
    }
  });
});

describe.each<Assurance>(['locked', 'local'])('sixteen writers on a %s store', (assurance) => {
  it(`leave everything whole, or name what is left, when crash points come at random (${CROWDS} crowds, seeds 1 to ${CROWDS})`, async () => {
    let driven = 0;
    let died = 0;
    for (let seed = 1; seed <= CROWDS; seed++) {
      const random = randomFrom(seed);
      const unlucky: FaultScript = ({ operation }) =>
        random() < 0.08 ? possible(FAULTS[Math.floor(random() * FAULTS.length)] ?? 'late', operation) : null;
      const result = await runWriters(writers(Array<FaultScript>(16).fill(unlucky), 2), seed, assurance);
      driven += result.faults;
      died += result.ends.filter((end) => end === 'died').length;
      await expectNothingLost(result, 'named');
    }
    console.log(`${driven} crash points driven, ${died} of ${16 * CROWDS} writers died`);
    expect(driven).toBeGreaterThan(8 * CROWDS);
    expect(died).toBeGreaterThan(3 * CROWDS);
  });
});
