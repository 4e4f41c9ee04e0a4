import { describe, expect, it, jest } from '@jest/globals';
import type { SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { inRequiredRun } from '../required-run.ts';
import { shippedAppender, underLoad } from './simulated-writers.ts';
import { record, testSigner, trustIn } from './small-ledger.ts';

const WRITERS = inRequiredRun(128, 32);
const APPENDS = inRequiredRun(1_024, 96);
const signer = testSigner();
jest.setTimeout(300_000); // time is virtual, computing is not

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
