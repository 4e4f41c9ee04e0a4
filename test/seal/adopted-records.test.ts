import { expect, it } from '@jest/globals';
import { append, recordKey, store as storeRecord } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { openBaseline } from '@proofrail/core/seal';
import { codes, ledgerOn, record, sevenRecords, START, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { unreadableAt } from '../ledger/unreadable-at.ts';
import { ORIGIN, seal, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();

/** A ledger with a seal, and a second one that adopts a record whose writer died. */
async function adopted() {
  const { store, signer, trust: plain } = await sevenRecords();
  const trust = { ...plain, origin: ORIGIN, log_keys: [logKey.verifierKey] };
  const { checkpoint } = await seal(store, logKey, START + 10_000);
  const orphan = await storeRecord(ledgerOn(store, signer, tickingClock(START + 5_000)), STREAM, await record('lost', signer));
  const { plan } = await seal(store, logKey, START + HOUR);
  expect(plan.streams[0]?.adopted).toEqual([orphan.record_name]);
  const since = await openBaseline(store, Buffer.from(checkpoint.note), [logKey.key]);
  return { store, signer, trust, since, key: recordKey(STREAM, orphan.record_name) };
}

it('is missed though no slot names it, and nothing but a plan does', async () => {
  const { store, trust, since, key } = await adopted();
  const whole = await verifyLedger(store, { trust });
  expect([whole.outcome, codes(whole)]).toEqual(['allow', ['record/adopted', 'record/pending']]);
  expect((await verifyLedger(store, { trust, since })).outcome).toBe('allow');
  store.remove(key);
  for (const options of [{ trust }, { trust, since }]) {
    const { outcome, findings } = await verifyLedger(store, options);
    expect([outcome, findings]).toEqual([
      'tampered',
      [
        expect.objectContaining({ code: 'record/adopted' }),
        expect.objectContaining({ kind: 'missing', code: 'record/missing', stream: STREAM, key }),
      ],
    ]);
  }
});

it('is missed with its whole stream, and not where it may not be read', async () => {
  const { store, trust, key } = await adopted();
  expect((await verifyLedger(unreadableAt(store, key), { trust })).outcome).toBe('unavailable');
  for (const one of store.keys().filter((each) => !each.startsWith('v1/seals/'))) store.remove(one);
  const answer = await verifyLedger(store, { trust: { ...trust, streams: {} } });
  expect(answer.findings).toContainEqual(expect.objectContaining({ code: 'record/missing', key }));
});

it('is no finding once a slot holds it after all', async () => {
  const { store, signer, trust, key } = await adopted();
  const answer = await store.read(key);
  if (answer.kind !== 'found') throw new Error(answer.kind);
  await append(ledgerOn(store, signer, tickingClock(START + 5_000)), STREAM, answer.bytes);
  expect((await verifyLedger(store, { trust })).outcome).toBe('allow');
});
