import { append, type Ledger, type SequencedReceipt } from '@proofrail/core/ledger';
import type { MemoryStore } from '@proofrail/store-memory';
import { seededRandom, SimulatedBucket, VirtualTime } from '@proofrail/testkit';
import { START, STREAM, type TestSigner } from './small-ledger.ts';

/** Milliseconds that a request takes, there and back (ledger.md 4.2). */
const FASTEST = 20;
const SLOWEST = 60;

export interface Load {
  readonly writers: number;
  readonly seed: number;
  /** Share of the answers that get lost; default: none. */
  readonly lost?: number;
}

/** What a load cost, all of it in virtual time: computing takes none. */
export interface Cost {
  readonly perSecond: number;
  /** Milliseconds of each append, ascending. */
  readonly took: readonly number[];
  readonly requests: number;
  readonly answersLost: number;
}

/** Appends one record over a connection of its own, as a process would. */
export type Appender = (connection: SimulatedBucket, time: VirtualTime) => (bytes: Uint8Array) => Promise<unknown>;

/** Writers who share out the records and append them back to back, all into one bucket. */
export async function underLoad(
  { writers, seed, lost = 0 }: Load,
  store: MemoryStore,
  records: readonly Uint8Array[],
  appender: Appender,
): Promise<Cost> {
  const time = new VirtualTime(START);
  const random = seededRandom(seed);
  let answersLost = 0;
  const losesAnswer = (): boolean => {
    const loses = random.fraction() < lost;
    if (loses) answersLost += 1;
    return loses;
  };
  const network = { time, roundTrip: () => FASTEST + random.fraction() * (SLOWEST - FASTEST), losesAnswer };
  const connections = Array.from({ length: writers }, () => new SimulatedBucket(store, network));
  const took: number[] = [];
  const work = async (connection: SimulatedBucket, index: number): Promise<void> => {
    const appendOne = appender(connection, time);
    for (let next = index; next < records.length; next += writers) {
      const began = time.now();
      await appendOne(records[next] as Uint8Array);
      took.push(time.now() - began);
    }
  };
  await time.during(Promise.all(connections.map(work)));
  return {
    perSecond: took.length / ((time.now() - START) / 1000),
    took: took.sort((a, b) => a - b),
    requests: connections.reduce((sum, one) => sum + one.requests, 0),
    answersLost,
  };
}

/** The append that ships; receipts go to `receipts`. */
export function shippedAppender(signer: TestSigner, receipts: SequencedReceipt[]): Appender {
  return (store, time) => {
    const ledger = ledgerIn(time, store, signer);
    return async (bytes) => receipts.push(await append(ledger, STREAM, bytes));
  };
}

export function ledgerIn(time: VirtualTime, store: SimulatedBucket, signer: TestSigner): Ledger {
  const clock = { now: () => Math.floor(time.now()) };
  return { store, signer, clock, pause: (milliseconds) => time.sleep(milliseconds) };
}
