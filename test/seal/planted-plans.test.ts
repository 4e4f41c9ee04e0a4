import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { StreamId } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { formatPlan, parsePlan, planKey, type Plan, type SealedStream } from '@proofrail/core/seal';
import { bytesOf, codes, sevenRecords } from '../ledger/small-ledger.ts';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();

/** A sealed ledger, and behind its seal a plan that follows it, changed by somebody who may write there and has no log key. */
async function withPlan(change: (plan: Plan) => Plan) {
  const { store, trust } = await sevenRecords();
  await seal(store, logKey);
  const bytes = await bytesOf(store, planKey(1));
  const first = parsePlan(bytes);
  if (first === null) throw new Error('no plan');
  const streams = first.streams.map((one) => ({ ...one, from: one.to + 1, slots: sha256(new Uint8Array()) }));
  await store.create(planKey(2), formatPlan(change({ ...first, n: 2, prev: sha256(bytes), streams })));
  return { store, trust: { ...trust, origin: ORIGIN, log_keys: [logKey.verifierKey] } };
}

const longer =
  (to: number) =>
  (plan: Plan): Plan => ({ ...plan, streams: plan.streams.map((one): SealedStream => ({ ...one, to })) });
const another = ({ streams, ...plan }: Plan): Plan => ({
  ...plan,
  streams: [...streams, ...streams.map((one) => ({ ...one, stream: '99' as StreamId, from: 1, to: 2 ** 40 }))],
});

describe.each([
  ['names more slots than fit into memory', longer(300_000_000), 'seal/mismatch', 'seal/slot'],
  ['names one slot more than there is', (plan: Plan) => longer(plan.streams[0]?.from ?? 0)(plan), 'seal/mismatch', 'seal/slot'],
  ['names as many slots as there are numbers', longer(Number.MAX_SAFE_INTEGER), 'seal/mismatch', 'seal/slot'],
  ['names a stream that is not there', another, 'seal/mismatch', 'seal/slot'],
  [
    'is of a time that no calendar has',
    (plan: Plan) => ({ ...plan, sealed_at: Number.MAX_SAFE_INTEGER }),
    'seal/plan',
    'seal/plan',
  ],
] as const)('a planted plan that %s', (_what, change, refusal, found) => {
  it('is not signed, and is found', async () => {
    const { store, trust } = await withPlan(change);
    await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject({ code: refusal, outcome: 'tampered' });
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, codes(answer)]).toEqual(['tampered', [found]]);
  });
});
