import { expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { append, parseKey, StoreAround, type SequencedReceipt } from '@proofrail/core/ledger';
import type { CreateAnswer, ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { ledgerOn, record, STREAM, testSigner } from './small-ledger.ts';

const ROUNDS = 2_100; // every other slot is lost: more than a writer may lose one after another

/** Somebody takes every other slot, and before each of them the writer has its next record to place. */
class CrowdedStore extends StoreAround {
  lost = 0;
  #slots = 0;
  beforeSlot: () => Promise<void> = () => Promise.resolve();

  override async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    if (parseKey(key)?.kind === 'slot') {
      await this.beforeSlot();
      this.#slots += 1;
      if (this.#slots % 2 === 0) this.lost += Number((await super.create(key, Buffer.from('{}'))).kind === 'created');
    }
    return super.create(key, bytes);
  }
}

it('does not add up losses over a life in which it never rests: between them it found its places', async () => {
  const store = new CrowdedStore(new MemoryStore());
  const signer = testSigner();
  const ledger = ledgerOn(store, signer);
  const receipts: Promise<SequencedReceipt>[] = [];
  store.beforeSlot = async () => {
    if (receipts.length === ROUNDS) return;
    receipts.push(append(ledger, STREAM, await record(receipts.length, signer)));
    await setImmediate(); // by then it is stored, and waits
  };
  await store.beforeSlot();
  for (let n = 0; n < receipts.length; n++) await receipts[n];
  expect([receipts.length, store.lost > 1_000]).toEqual([ROUNDS, true]);
});
