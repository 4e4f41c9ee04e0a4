import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import { recordName } from '../../packages/core/src/ledger/layout.ts';
import type { StreamId } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { bodyKey, formatPlan, parsePlan, planKey, signatureKey, type Plan, type SealedStream } from '@proofrail/core/seal';
import { formatCheckpoint } from '@proofrail/core/tlog';
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

const ABOVE_ALL = recordName(9_999_999_999_999, sha256('nobody'));
const bent =
  (change: Partial<SealedStream>) =>
  (plan: Plan): Plan => ({ ...plan, streams: plan.streams.map((one) => ({ ...one, ...change })) });

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

describe.each([
  ['ends adoption by a floor above every record', bent({ floor: ABOVE_ALL }), 'seal/handed-on'],
  ['knows a record that nobody adopted', bent({ known: [ABOVE_ALL] }), 'seal/handed-on'],
  ['adopts a record that is not there', bent({ adopted: [ABOVE_ALL], known: [ABOVE_ALL] }), 'record/missing'],
] as const)('a planted plan that %s', (_what, change, found) => {
  it('is named and not signed, though its body lies beside it', async () => {
    const { store } = await withPlan(change);
    const refused = { code: 'seal/plan', outcome: 'tampered', at: planKey(2) };
    await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject(refused);
    await store.create(bodyKey(2), Buffer.from(formatCheckpoint({ origin: ORIGIN, size: 9, root: Buffer.alloc(32, 1) })));
    await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject(refused);
    expect(store.keys()).not.toContain(signatureKey(2, logKey.signer.keyId));
  });

  it('is found', async () => {
    const { store, trust } = await withPlan(change);
    expect(codes(await verifyLedger(store, { trust }))).toContain(found);
  });
});

it('says what the floor should be of a plan that is not signed', async () => {
  const { store } = await withPlan(bent({ floor: ABOVE_ALL }));
  const sealing = seal(store, logKey, SEAL_TIME + HOUR);
  await expect(sealing).rejects.toMatchObject({ found: expect.stringContaining(`floor ${ABOVE_ALL}`) as unknown });
});

it('signs no plan of a time that is yet to come, until it has come', async () => {
  const { store } = await withPlan((plan) => ({ ...plan, sealed_at: SEAL_TIME + 2 * HOUR }));
  const refused = { code: 'seal/plan', outcome: 'tampered', at: planKey(2) };
  await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject(refused);
  expect((await seal(store, logKey, SEAL_TIME + 2 * HOUR)).plan.n).toBe(3);
});

it('signs no plan that does not follow the one before', async () => {
  const { store } = await withPlan((plan) => ({ ...plan, prev: sha256('another') }));
  await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject({ code: 'seal/plan', outcome: 'tampered' });
});

it('signs no body that lay there before its plan was made', async () => {
  const { store } = await sevenRecords();
  await seal(store, logKey);
  await store.create(bodyKey(2), Buffer.from(formatCheckpoint({ origin: ORIGIN, size: 9, root: Buffer.alloc(32, 1) })));
  await expect(seal(store, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject({ code: 'seal/mismatch', outcome: 'tampered' });
  expect(store.keys()).not.toContain(signatureKey(2, logKey.signer.keyId));
});
