import { describe, expect, it } from '@jest/globals';
import { append, store } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { MemoryStore } from '@proofrail/store-memory';
import { ledgerOn, record, STREAM, testSigner, trustIn } from './small-ledger.ts';

describe('a record whose writer died before it had a place', () => {
  it('is counted and named as one that another put in order, and nothing else is', async () => {
    const memory = new MemoryStore();
    const signer = testSigner();
    const left = await store(ledgerOn(memory, signer), STREAM, await record('left behind', signer));
    await append(ledgerOn(memory, signer), STREAM, await record('own', signer));
    await append(ledgerOn(memory, signer), STREAM, await record('own again', signer));
    const { outcome, streams } = await verifyLedger(memory, { trust: trustIn([signer], null) });
    expect([outcome, streams[0]?.verified]).toEqual(['allow', 3]);
    expect(streams[0]?.adopted).toEqual({ count: 1, records: [{ slot: 1, position: expect.any(Number), record: left.record }] });
  });

  it('is not one where a single writer commits what waits for it', async () => {
    const memory = new MemoryStore();
    const signer = testSigner();
    const ledger = ledgerOn(memory, signer);
    const records = await Promise.all(['a', 'b', 'c'].map((text) => record(text, signer)));
    await Promise.all(records.map((each) => append(ledger, STREAM, each)));
    const { streams } = await verifyLedger(memory, { trust: trustIn([signer], null) });
    expect([streams[0]?.verified, streams[0]?.adopted.count]).toEqual([3, 0]);
  });
});
