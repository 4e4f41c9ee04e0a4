import { describe, expect, it } from '@jest/globals';
import { append, verifyLedger, type SequencedReceipt } from '@proofrail/core/ledger';
import type { Assurance } from '@proofrail/core/ports';
import { FaultyStore, MemoryStore, ProcessDied, type Fault, type FaultScript } from '@proofrail/store-memory';
import { inRequiredRun } from '../required-run.ts';
import { InterleavedStore, randomFrom } from './interleaved-store.ts';
import { ledgerOn, record, START, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';

const FAULTS: readonly Fault[] = ['lost-before', 'lost-after', 'conflict', 'late', 'die-before', 'die-after'];
const DEADLY = new Set<Fault>(['die-before', 'die-after']);
const RANDOM_WAYS = inRequiredRun(300, 60);
const ORDERS = inRequiredRun(100, 30);
const signer = testSigner();
const RECORDS = await Promise.all(Array.from({ length: 12 }, (_, n) => record(n, signer)));

interface Writer {
  readonly records: readonly Uint8Array[];
  readonly script: FaultScript;
}

interface Run {
  readonly store: MemoryStore;
  readonly acknowledged: readonly SequencedReceipt[];
  readonly died: number;
  readonly calls: readonly number[];
}

/** Writers append side by side, each through its own failing connection; then one healthy writer comes by. */
async function run(writers: readonly Writer[], seed: number, assurance: Assurance): Promise<Run> {
  const store = new MemoryStore();
  const shared = new InterleavedStore(store, seed, assurance);
  const connections = writers.map(({ script }) => new FaultyStore(shared, script));
  const outcomes = await Promise.all(writers.map(({ records }, index) => work(connections[index] as FaultyStore, records)));
  await shared.quiet();
  const last = await append(ledgerOn(shared, signer, tickingClock(START + 1000)), STREAM, RECORDS.at(-1) as Uint8Array);
  return {
    store,
    acknowledged: [...outcomes.flatMap(({ receipts }) => receipts), last],
    died: outcomes.filter(({ died }) => died).length,
    calls: connections.map(({ calls }) => calls),
  };
}

async function work(
  store: FaultyStore,
  records: readonly Uint8Array[],
): Promise<{ receipts: SequencedReceipt[]; died: boolean }> {
  const ledger = ledgerOn(store, signer);
  const receipts: SequencedReceipt[] = [];
  try {
    for (const bytes of records) receipts.push(await append(ledger, STREAM, bytes));
    return { receipts, died: false };
  } catch (cause) {
    if (!(cause instanceof ProcessDied)) throw cause;
    return { receipts, died: true };
  }
}

/** What every run must leave behind, whatever happened in it. */
async function expectNothingLost({ store, acknowledged }: Run): Promise<void> {
  const first = store.keys().find((key) => key.includes('/segments/'));
  expect(first).toBe('v1/segments/42/0000000000000001');
  const answer = await verifyLedger(store, { trust: trustIn([signer], null), receipts: acknowledged });
  // Every receipt holds; the chain is dense; nothing is twice; and the healthy writer adopted whatever was stored.
  expect(answer).toMatchObject({ outcome: 'allow', findings: [] });
  const stored = store.keys().filter((key) => key.includes('/records/')).length;
  expect(answer.streams).toMatchObject([{ verified: stored }]);
  expect(new Set(acknowledged.map((one) => one.record)).size).toBe(acknowledged.length);
}

const at =
  (number: number, fault: Fault): FaultScript =>
  (call) =>
    call.number === number ? fault : null;
const never: FaultScript = () => null;
const readable = (fault: Fault): boolean => fault === 'lost-before' || DEADLY.has(fault);

describe.each<Assurance>(['locked', 'local'])('one writer on a %s store', (assurance) => {
  const records = RECORDS.slice(0, 4);

  it('loses nothing, blocks nobody and writes nothing twice, whichever request fails in whichever way', async () => {
    const { calls } = await run([{ records, script: never }], 1, assurance);
    const requests = calls[0] ?? 0;
    expect(requests).toBeGreaterThan(8);
    for (const fault of FAULTS) {
      for (let number = 1; number <= requests; number++) {
        const script: FaultScript = (call) =>
          call.number === number && (call.operation === 'create' || readable(fault)) ? fault : null;
        const result = await runUnlessUnreadable([{ records, script }], number, assurance);
        if (result === null) continue;
        expect(result.died).toBe(DEADLY.has(fault) ? 1 : 0);
        await expectNothingLost(result);
      }
    }
  });

  it(`comes through when many requests in a row fail, in ${RANDOM_WAYS} random ways`, async () => {
    for (let seed = 1; seed <= RANDOM_WAYS; seed++) {
      const random = randomFrom(seed);
      const script: FaultScript = ({ operation }) =>
        operation === 'create' && random() < 0.2 ? (FAULTS[Math.floor(random() * 4)] ?? null) : null;
      const result = await run([{ records, script }], seed, assurance);
      expect(result.acknowledged).toHaveLength(records.length + 1);
      await expectNothingLost(result);
    }
  });
});

/** A read or a listing that gets no answer ends the append as unavailable: an end, not a loss. */
async function runUnlessUnreadable(writers: readonly Writer[], seed: number, assurance: Assurance): Promise<Run | null> {
  try {
    return await run(writers, seed, assurance);
  } catch (cause) {
    expect(cause).toMatchObject({ outcome: 'unavailable' });
    return null;
  }
}

describe.each<Assurance>(['locked', 'local'])('two writers on a %s store', (assurance) => {
  const writers = (scripts: readonly FaultScript[]): Writer[] =>
    scripts.map((script, index) => ({ records: RECORDS.slice(index * 3, index * 3 + 3), script }));

  it(`both get their places when nothing fails, in ${ORDERS} orders of requests`, async () => {
    for (let seed = 1; seed <= ORDERS; seed++) {
      const result = await run(writers([never, never]), seed, assurance);
      expect(result.acknowledged).toHaveLength(7);
      await expectNothingLost(result);
    }
  });

  it('the other goes on, and adopts what was stored, when one dies at any request', async () => {
    for (const fault of ['die-before', 'die-after'] as const) {
      for (let number = 1; number <= 24; number++) {
        for (let seed = 1; seed <= 4; seed++) {
          const result = await run(writers([at(number, fault), never]), seed * 100 + number, assurance);
          expect(result.acknowledged.length).toBeGreaterThanOrEqual(4);
          await expectNothingLost(result);
        }
      }
    }
  });

  it(`neither loses nor doubles when answers of both are lost, in ${RANDOM_WAYS} random ways`, async () => {
    for (let seed = 1; seed <= RANDOM_WAYS; seed++) {
      const random = randomFrom(seed);
      const script: FaultScript = ({ operation }) =>
        operation === 'create' && random() < 0.2 ? (FAULTS[Math.floor(random() * 4)] ?? null) : null;
      const result = await run(writers([script, script]), seed, assurance);
      expect(result.acknowledged).toHaveLength(7);
      await expectNothingLost(result);
    }
  });

  it(`leave no gap when both die, in ${RANDOM_WAYS} random ways`, async () => {
    for (let seed = 1; seed <= RANDOM_WAYS; seed++) {
      const random = randomFrom(seed);
      const scripts = [0, 1].map(() => at(1 + Math.floor(random() * 16), random() < 0.5 ? 'die-before' : 'die-after'));
      await expectNothingLost(await run(writers(scripts), seed, assurance));
    }
  });
});
