import { describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey, StoreAround, timeOfName, type StreamId, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger, type Verification } from '@proofrail/core/verification';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '@proofrail/core/ports';
import { openBaseline, planKey, signatureKey } from '@proofrail/core/seal';
import type { MemoryStore } from '@proofrail/store-memory';
import { codes, fill, ledgerOn, record, sevenRecords, START, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { unreadableAt } from '../ledger/unreadable-at.ts';
import { addUnsignedSlots } from '../tlog/unsigned-slots.ts';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();

/** Seven records and 300 that nobody signed, sealed; a checkpoint that somebody kept; then more in the same and in a new stream, sealed. */
async function grown() {
  const { store, signer, trust: plain } = await sevenRecords();
  const trust: TrustFile = { ...plain, origin: ORIGIN, log_keys: [logKey.verifierKey] };
  await addUnsignedSlots(store, signer, 300);
  const { checkpoint } = await seal(store, logKey);
  const kept = Buffer.from(checkpoint.note);
  const ledger = ledgerOn(store, signer, tickingClock(SEAL_TIME + 1_000));
  const last = await append(ledger, STREAM, await record('after', signer));
  await fill(ledger, 2, '43' as StreamId);
  await seal(store, logKey, SEAL_TIME + HOUR);
  return { store, signer, trust, kept, last };
}

const { store: original, signer, trust, kept, last } = await grown();

async function verifySince(store: ObjectStore, note: Uint8Array = kept): Promise<Verification> {
  return verifyLedger(store, { trust, since: await openBaseline(store, note, [logKey.key]) });
}

const without = (...keys: string[]): MemoryStore => {
  const store = original.copy();
  for (const key of keys) store.remove(key as ObjectKey);
  return store;
};

describe('verifying since a checkpoint that was kept', () => {
  it('reads what came later, and says so', async () => {
    const answer = await verifySince(original);
    expect(answer).toMatchObject({
      outcome: 'allow',
      since: 1,
      findings: [],
      seal: { n: 2, records: 310, signed_by: [logKey.signer.keyId] },
    });
    expect(answer.streams.map(({ stream, slots, verified }) => [stream, slots, verified])).toEqual([
      ['42', 1, 1],
      ['43', 2, 2],
    ]);
  });

  it('says the time of the newest record also where that one was not read again', async () => {
    const newestOf = ({ streams }: Verification) => streams.map(({ stream, newest }) => [stream, newest]);
    const { note } = (await seal(original.copy(), logKey, SEAL_TIME + 2 * HOUR)).checkpoint;
    const store = original.copy();
    await seal(store, logKey, SEAL_TIME + 2 * HOUR);
    const whole = newestOf(await verifyLedger(store, { trust }));
    expect(whole[0]).toEqual(['42', new Date(timeOfName(last.record_name)).toISOString()]);
    expect(newestOf(await verifySince(original))).toEqual(whole);
    expect(newestOf(await verifySince(store, Buffer.from(note)))).toEqual(whole);
  });

  it('is an answer too where nothing came later', async () => {
    const { note } = (await seal(original.copy(), logKey, SEAL_TIME + 2 * HOUR)).checkpoint;
    const store = original.copy();
    await seal(store, logKey, SEAL_TIME + 2 * HOUR);
    expect(await verifySince(store, Buffer.from(note))).toMatchObject({
      outcome: 'allow',
      since: 3,
      findings: [],
      seal: { n: 3 },
    });
  });

  it('takes no record that the checkpoint covers for a new one, however many were named in one millisecond', async () => {
    const { store, signer: by, trust: plain } = await sevenRecords();
    const trusted: TrustFile = { ...plain, origin: ORIGIN, log_keys: [logKey.verifierKey] };
    const crowd = ledgerOn(store, by, { now: () => START + HOUR });
    for (let n = 0; n < 40; n += 5) {
      const some = await Promise.all(Array.from({ length: 5 }, (_, k) => record(`crowd ${n + k}`, by)));
      await Promise.all(some.map((bytes) => append(crowd, STREAM, bytes)));
      const { note } = (await seal(store, logKey, SEAL_TIME + n * HOUR)).checkpoint;
      const since = await openBaseline(store, Buffer.from(note), [logKey.key]);
      expect((await verifyLedger(store, { trust: trusted, since })).findings).toEqual([]);
    }
  });

  it('finds what the whole run would find in that part', async () => {
    const hidden = original.copy();
    hidden.hide(slotKey(STREAM, last.slot));
    expect(codes(await verifySince(hidden))).toEqual(['slot/marker']);
    expect(codes(await verifySince(without(slotKey(STREAM, last.slot), recordKey(STREAM, last.record_name))))).toEqual([
      'seal/slot',
    ]);
    const altered = original.copy();
    altered.replace(recordKey(STREAM, last.record_name), Buffer.from('{}'));
    expect(codes(await verifySince(altered))).toEqual(['record/altered']);
    expect(codes(await verifySince(without(signatureKey(2, logKey.signer.keyId))))).toEqual(['seal/unfinished']);
    const pending = original.copy();
    await append(ledgerOn(pending, signer, tickingClock(SEAL_TIME + 2 * HOUR)), STREAM, await record('unsealed', signer));
    expect((await verifySince(pending)).outcome).toBe('allow');
  });

  it('refuses a log that does not go on from it: cut short, or made anew by whoever holds the log key', async () => {
    const cut = without(...original.keys().filter((key) => key.startsWith('v1/seals/')));
    await expect(verifySince(cut)).rejects.toMatchObject({ outcome: 'tampered', code: 'seal/forked' });
    await seal(cut, logKey, SEAL_TIME + 5 * HOUR);
    expect((await verifyLedger(cut, { trust })).outcome).toBe('tampered'); // unsigned records, which were sealed before
    await expect(verifySince(cut)).rejects.toMatchObject({ code: 'seal/forked' });
    await expect(verifySince(original, Buffer.from('no note'))).rejects.toMatchObject({ code: 'seal/not-a-checkpoint' });
    await expect(openBaseline(original, kept, [testLogKey().key])).rejects.toMatchObject({ code: 'seal/not-a-checkpoint' });
    const replanned = original.copy();
    replanned.replace(planKey(1), Buffer.from('{}'));
    await expect(verifySince(replanned)).rejects.toMatchObject({ outcome: 'tampered' });
  });

  it('accuses nobody where it cannot read the slots that it goes on from', async () => {
    const store = original.copy();
    const [below, head] = [slotKey(STREAM, last.slot), slotKey(STREAM, last.slot + 1)];
    await store.create(head, Buffer.from('void'));
    const { note } = (await seal(store, logKey, SEAL_TIME + 3 * HOUR)).checkpoint;
    await append(ledgerOn(store, signer, tickingClock(SEAL_TIME + 4 * HOUR)), STREAM, await record('later', signer));
    expect(codes(await verifySince(store, Buffer.from(note)))).not.toContain('slot/recent');
    for (const key of [head, below])
      await expect(verifySince(unreadableAt(store, key), Buffer.from(note))).rejects.toMatchObject({
        outcome: 'unavailable',
        code: 'seal/unreadable',
      });
    store.remove(below);
    await expect(verifySince(store, Buffer.from(note))).rejects.toMatchObject({ outcome: 'tampered', code: 'seal/mismatch' });
  });

  it('costs what came later, not what lies there', async () => {
    const [whole, part] = [new CountedStore(original), new CountedStore(original)];
    await verifyLedger(whole, { trust });
    await verifySince(part);
    expect([whole.reads > 300, part.reads < 40]).toEqual([true, true]);
  });
});

/** Counts reads. */
class CountedStore extends StoreAround {
  reads = 0;

  override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    this.reads += 1;
    return super.read(key, version);
  }
}
