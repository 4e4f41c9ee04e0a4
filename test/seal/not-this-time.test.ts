import { describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey } from '@proofrail/core/ledger';
import { openBaseline, sealLedger } from '@proofrail/core/seal';
import { FaultyStore } from '@proofrail/store-memory';
import { ledgerOn, record, sevenRecords, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { seal, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();

/** A sealed ledger with a slot and a record more, and a network that loses the first so many readings of one object. */
async function behindNetwork(which: 'anchor' | 'slot' | 'record', losses: number) {
  const { store, signer, last } = await sevenRecords();
  await seal(store, logKey);
  const next = await append(ledgerOn(store, signer, tickingClock(SEAL_TIME)), STREAM, await record('next', signer));
  const lost = {
    anchor: slotKey(STREAM, last.slot),
    slot: slotKey(STREAM, next.slot),
    record: recordKey(STREAM, next.record_name),
  }[which];
  let left = losses;
  const faulty = new FaultyStore(store, ({ operation, key }) =>
    operation === 'read' && key === lost && left-- > 0 ? 'lost-before' : null,
  );
  return { store, faulty, lost };
}

describe.each(['anchor', 'slot', 'record'] as const)('a network that loses the %s', (which) => {
  it('for a moment leaves no word in a plan, which stands for ever', async () => {
    const { faulty } = await behindNetwork(which, 2);
    const pauses: number[] = [];
    const pause = (milliseconds: number) => Promise.resolve(void pauses.push(milliseconds));
    const { plan, records } = await sealLedger({ ...sealerOn(faulty, logKey, tickingClock(SEAL_TIME + HOUR)), pause });
    expect([plan.notices, records, pauses]).toEqual([[], 1, [500, 1_000]]);
  });

  it('for longer makes the sealing unavailable, and nothing is sealed; the next sealer finds all as it was', async () => {
    const { store, faulty, lost } = await behindNetwork(which, Infinity);
    const before = store.keys();
    await expect(seal(faulty, logKey, SEAL_TIME + HOUR)).rejects.toMatchObject({
      code: 'seal/unreadable',
      outcome: 'unavailable',
      at: lost,
    });
    expect(store.keys()).toEqual(before);
    expect((await seal(store, logKey, SEAL_TIME + 2 * HOUR)).plan).toMatchObject({ n: 2, notices: [] });
  });
});

describe('a void slot that was sealed, under a second version of the slot before it', () => {
  /** The newest sealed slot is void; on the one before it somebody has put that of another stream since. */
  async function voidHead() {
    const { store, signer, last } = await sevenRecords();
    const head = slotKey(STREAM, last.slot + 1);
    await store.create(head, Buffer.from('no slot'));
    const { checkpoint } = await seal(store, logKey);
    const elsewhere = (await sevenRecords()).store;
    const other = await elsewhere.read(slotKey(STREAM, 1));
    if (other.kind !== 'found') throw new Error(other.kind);
    store.overwrite(slotKey(STREAM, last.slot), other.bytes);
    return { store, signer, last, checkpoint };
  }

  it('goes on from the version that was sealed: the records below are adopted by nobody', async () => {
    const { store } = await voidHead();
    const { plan } = await seal(store, logKey, SEAL_TIME + HOUR);
    expect(plan.streams[0]).toMatchObject({ adopted: [] });
    expect(plan.notices.map(({ code }) => code)).not.toContain('record/adopted');
  });

  it('is what a verification goes on from, too', async () => {
    const { store, last, checkpoint } = await voidHead();
    const since = await openBaseline(store, Buffer.from(checkpoint.note), [logKey.key]);
    expect(since.starts.get(STREAM)?.committed).toContain(last.record_name);
  });
});
