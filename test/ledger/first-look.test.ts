import { describe, expect, it } from '@jest/globals';
import { append, parseKey, slotKey, store as storeRecord, StoreAround } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { CreateAnswer, ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { SimulatedBucket, VirtualTime } from '@proofrail/testkit';
import { ledgerIn } from './simulated-writers.ts';
import { ledgerOn, record, START, STREAM, testSigner, trustIn } from './small-ledger.ts';

const HOUR = 3_600_000;
const signer = testSigner();

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

it('looks anew after a record that could not be stored: what was seen then may be hidden by now', async () => {
  const memory = new MemoryStore();
  const ledger = ledgerOn(new ForgetfulStore(memory), signer);
  const { slot } = await append(ledger, STREAM, await record('first', signer));
  await expect(append(ledger, STREAM, await record('refused', signer))).rejects.toThrow('no room');
  memory.hide(slotKey(STREAM, slot));
  await expect(append(ledger, STREAM, await record('second', signer))).rejects.toMatchObject({ code: 'ledger/hidden' });
});

/** Has no room for its second record. */
class ForgetfulStore extends StoreAround {
  #records = 0;

  override create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    if (parseKey(key)?.kind === 'record') this.#records += 1;
    return this.#records === 2 ? Promise.reject(new Error('no room')) : super.create(key, bytes);
  }
}
