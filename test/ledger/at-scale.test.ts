import { describe, expect, it } from '@jest/globals';
import { append, store as storeRecord, verifyLedger, type SequencedReceipt } from '@proofrail/core/ledger';
import { MemoryStore } from '@proofrail/store-memory';
import { SimulatedBucket, VirtualTime } from '@proofrail/testkit';
import { inRequiredRun } from '../required-run.ts';
import { ledgerIn, shippedAppender, underLoad } from './simulated-writers.ts';
import { record, START, STREAM, testSigner, trustIn } from './small-ledger.ts';

const WRITERS = inRequiredRun(256, 32);
const APPENDS = inRequiredRun(2_048, 96);
const HOUR = 3_600_000;
const signer = testSigner();

describe(`${WRITERS} writers on one stream of a bucket whose requests take 20 to 60 ms`, () => {
  it.each([0, 0.05])(`lose nothing and count nothing twice when this share of all answers is lost: %p`, async (lost) => {
    const records = await Promise.all(Array.from({ length: APPENDS }, (_, n) => record(n, signer)));
    const store = new MemoryStore();
    const receipts: SequencedReceipt[] = [];
    const cost = await underLoad({ writers: WRITERS, seed: 7, lost }, store, records, shippedAppender(signer, receipts));
    const answer = await verifyLedger(store, { trust: trustIn([signer], null), receipts });
    expect(answer).toMatchObject({ outcome: 'allow', findings: [], receipts: APPENDS, streams: [{ verified: APPENDS }] });
    expect(cost.answersLost > 0).toBe(lost > 0);
    expect(cost.requests / APPENDS).toBeLessThan(10);
  });
});

describe('a writer that sees a stream for the first time', () => {
  /** Each request takes one unit of time: an append takes as many as it has round trips. */
  async function stream(slots: number) {
    const time = new VirtualTime(START);
    const store = new MemoryStore('', time);
    const open = (clockIsBehind = 0) => {
      const ledger = ledgerIn(time, new SimulatedBucket(store, { time, roundTrip: () => 1 }), signer);
      return { ...ledger, clock: { now: () => ledger.clock.now() - clockIsBehind } };
    };
    const trips = async (work: Promise<unknown>): Promise<number> => {
      const began = time.now();
      await time.during(work);
      return time.now() - began;
    };
    for (let n = 0; n < slots; n++) await time.during(append(open(HOUR), STREAM, await record(`before ${n}`, signer)));
    const verified = async (): Promise<number | undefined> =>
      (await verifyLedger(store, { trust: trustIn([signer], null) })).streams[0]?.verified;
    return { open, trips, verified };
  }

  it.each([0, 1, 15, 16, 17, 40])(
    'puts a record into it within 4 round trips, and 3 where clocks agree (%p slots)',
    async (slots) => {
      const { open, trips, verified } = await stream(slots);
      expect(await trips(append(open(), STREAM, await record('now', signer)))).toBeLessThanOrEqual(4);
      for (let n = 0; n < 16; n++) await trips(append(open(), STREAM, await record(`agreed ${n}`, signer)));
      expect(await trips(append(open(), STREAM, await record('last', signer)))).toBeLessThanOrEqual(3);
      expect(await verified()).toBe(slots + 18);
    },
  );

  it('adopts the record of a dead writer whose clock was an hour behind', async () => {
    const { open, trips, verified } = await stream(20);
    await trips(storeRecord(open(HOUR), STREAM, await record('of the dead', signer)));
    await trips(append(open(), STREAM, await record('of the living', signer)));
    expect(await verified()).toBe(22);
  });
});
