import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { append, store as storeRecord, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { S3FaultScript } from '@proofrail/testkit';
import { ledgerOn, record, STREAM, testSigner, trustIn } from '../../../../../test/ledger/small-ledger.ts';
import { keyOf, LedgerInFakeS3 } from './ledger-in-fake-s3.ts';

const signer = testSigner();
const shared = await LedgerInFakeS3.start(2, signer);
const { server, auditor } = shared;
afterAll(() => shared.close());
beforeEach(() => shared.afresh());

const RECORDS = await Promise.all([1, 2, 3, 4].map((n) => record(n, signer)));
const put = (writer: number, number: number): Promise<SequencedReceipt> =>
  append(ledgerOn(shared.writer(writer), signer), STREAM, RECORDS[number - 1] as Uint8Array);

/** The first PUT of writer 1 under such a key meets the fault. */
function once(area: 'records' | 'segments', fault: 'held' | 'dies-late'): S3FaultScript {
  let met = false;
  return ({ accessKey, operation, key }) => {
    if (met || accessKey !== keyOf(1).id || operation !== 'PutObject' || key?.includes(`/${area}/`) !== true) return null;
    met = true;
    return fault;
  };
}

async function expectClean(receipts: readonly SequencedReceipt[], verified: number): Promise<void> {
  const answer = await verifyLedger(auditor, { trust: trustIn([signer], null), receipts });
  expect(answer).toMatchObject({ outcome: 'allow', findings: [], streams: [{ verified }] });
}

const stopped = (area: 'records' | 'segments'): Promise<void> =>
  new Promise((reached) => {
    const script = once(area, 'held');
    server.fail((call) => {
      const fault = script(call);
      if (fault !== null) reached();
      return fault;
    });
  });

describe('a process that was stopped and wakes up stale', () => {
  it('before its slot: others have committed its record meanwhile, and it takes their word for it', async () => {
    const asleep = stopped('segments');
    const sleeper = put(1, 1);
    await asleep;
    const others = [await put(2, 2), await put(2, 3)];
    server.release();
    const late = await sleeper;
    expect(late.slot).toBe(others[0]?.slot);
    await expectClean([late, ...others], 3);
  });

  it('before its record: it comes last, and counts', async () => {
    const asleep = stopped('records');
    const sleeper = put(1, 1);
    await asleep;
    const others = [await put(2, 2), await put(2, 3)];
    server.release();
    const late = await sleeper;
    expect(late.slot).toBe(3);
    await expectClean([...others, late], 3);
  });
});

describe('a record that lands when its writer is dead and the others have gone on', () => {
  it('is named as waiting, and the next append adopts it', async () => {
    server.fail(once('records', 'dies-late'));
    const dead = storeRecord(ledgerOn(shared.writer(1), signer), STREAM, RECORDS[0] as Uint8Array);
    await expect(dead).rejects.toMatchObject({ outcome: 'unavailable' });
    server.release();
    const trust = trustIn([signer], null);
    expect((await verifyLedger(auditor, { trust })).findings).toMatchObject([{ kind: 'pending', code: 'record/pending' }]);
    await expectClean([await put(2, 2)], 2);
  });
});

describe('a bucket that asks to slow down', () => {
  const burst = (length: number): S3FaultScript => {
    let left = length;
    return ({ operation }) => (operation === 'PutObject' && left-- > 0 ? 'slow-down' : null);
  };

  it('is asked again, seven times in a row', async () => {
    server.fail(burst(7));
    await expectClean([await put(1, 1)], 1);
  });

  it('is unavailable after eight times, and nothing is twice when it is tried again', async () => {
    server.fail(burst(8));
    const ledger = ledgerOn(shared.writer(1), signer);
    const bytes = RECORDS[0] as Uint8Array;
    await expect(append(ledger, STREAM, bytes)).rejects.toMatchObject({ code: 'ledger/no-answer', found: '503 SlowDown' });
    await expectClean([await append(ledger, STREAM, bytes)], 1);
  });
});
