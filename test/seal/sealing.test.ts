import { describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey, store as storeRecord, type StreamId } from '@proofrail/core/ledger';
import { bodyKey, parsePlan, planKey, sealLedger, signatureKey, type Plan } from '@proofrail/core/seal';
import { decodeEntries, formatCheckpoint, formatNote, openNote, parseCheckpoint, parseNote } from '@proofrail/core/tlog';
import type { ObjectKey } from '@proofrail/core/ports';
import { FaultyStore, MemoryStore } from '@proofrail/store-memory';
import {
  bytesOf,
  fill,
  ledgerOn,
  record,
  sevenRecords,
  START,
  STREAM,
  testSigner,
  tickingClock,
} from '../ledger/small-ledger.ts';
import { unreadableAt } from '../ledger/unreadable-at.ts';
import { ORIGIN, seal, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const logKey = testLogKey();

async function planIn(store: MemoryStore, n: number): Promise<Plan> {
  const plan = parsePlan(await bytesOf(store, planKey(n)));
  if (plan === null) throw new Error(`plan ${n} cannot be read`);
  return plan;
}

describe('a seal', () => {
  it('covers every slot of every stream, and signs what lies in the store', async () => {
    const { store, signer, receipts, last } = await sevenRecords();
    await fill(ledgerOn(store, signer), 2, '43-pr' as StreamId);
    const { plan, checkpoint } = await seal(store, logKey);
    expect(plan.streams).toMatchObject([
      { stream: STREAM, from: 1, to: last.slot, head: last.slot_digest },
      { stream: '43-pr', from: 1, to: 2 },
    ]);
    expect(plan.notices).toEqual([]);
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: 1 + receipts.length + 2 });
    const body = await bytesOf(store, bodyKey(1));
    const { origin, size, root } = checkpoint;
    expect(parseCheckpoint(Buffer.from(body).toString())).toEqual({ origin, size, root: new Uint8Array(root) });
    const line = await bytesOf(store, signatureKey(1, logKey.signer.keyId));
    const note = parseNote(Buffer.concat([body, Buffer.from('\n'), line]));
    expect(note && openNote(note, [logKey.key])).toEqual({ kind: 'signed', by: [logKey.key] });
    expect(note && formatNote(note)).toBe(checkpoint.note);
  });

  it('is made when nothing changed too: its absence would show a sealer that was stopped', async () => {
    const { store } = await sevenRecords();
    const sizes: number[] = [];
    for (let n = 0; n < 3; n++) sizes.push((await seal(store, logKey, SEAL_TIME + n * HOUR)).checkpoint.size);
    expect(sizes).toEqual([8, 9, 10]); // no two bodies of one size: each plan is an entry of its own log
  });

  it('is not made of a ledger that nobody wrote to: its name is mistyped, and a schedule would stay green for ever', async () => {
    const store = new MemoryStore();
    await expect(seal(store, logKey)).rejects.toMatchObject({ code: 'seal/nothing', outcome: 'invalid' });
    expect(store.keys()).toEqual([]);
  });

  it('goes on over full tiles, and stores no partial one', async () => {
    const signer = testSigner();
    const store = new MemoryStore();
    const ledger = ledgerOn(store, signer);
    let records = 0;
    for (let n = 1; n <= 4; n++) {
      const some = await Promise.all(Array.from({ length: 150 }, async (_, one) => record(`${n} ${one}`, signer)));
      await Promise.all(some.map((bytes) => append(ledger, STREAM, bytes)));
      records += some.length;
      expect((await seal(store, logKey, SEAL_TIME + n * HOUR)).checkpoint.size).toBe(records + n);
    }
    const tiles = store.keys().filter((key) => key.includes('/tile/'));
    expect(tiles).toEqual([
      'v1/seals/tile/0/000',
      'v1/seals/tile/0/001',
      'v1/seals/tile/entries/000',
      'v1/seals/tile/entries/001',
    ]);
    const [first] = decodeEntries(await bytesOf(store, 'v1/seals/tile/entries/000' as never)) ?? [];
    expect(String(first)).toMatch(/^\{"digest":"sha256:[0-9a-f]{64}","plan":1\}$/);
  });

  it('adopts a record that no slot will list any more, once, and says so', async () => {
    const { store, signer } = await sevenRecords();
    const orphan = await storeRecord(ledgerOn(store, signer, tickingClock(START + 5_000)), STREAM, await record('lost', signer));
    const early = await seal(store, logKey, START + 10_000);
    expect(early.plan.streams[0]?.adopted).toEqual([]); // its writer may be about to put it in order
    const { plan } = await seal(store, logKey, START + HOUR);
    expect(plan.streams[0]?.adopted).toEqual([orphan.record_name]);
    expect(plan.notices).toEqual([{ code: 'record/adopted', key: recordKey(STREAM, orphan.record_name), stream: STREAM }]);
    const next = await seal(store, logKey, START + 2 * HOUR);
    expect([next.plan.streams[0]?.adopted, next.plan.notices]).toEqual([[], []]);
  });

  it('notes a record with a time before the last seal: it waited, or its clock was set back (attack 9)', async () => {
    const { store, signer } = await sevenRecords();
    await seal(store, logKey);
    const late = await append(ledgerOn(store, signer, tickingClock(START + 9_000)), STREAM, await record('late', signer));
    const { notices } = (await seal(store, logKey, SEAL_TIME + HOUR)).plan;
    expect(notices).toEqual([{ code: 'record/late', key: recordKey(STREAM, late.record_name), stream: STREAM }]);
  });

  it('notes what lies on a slot that should not, for ever, and seals the earliest version', async () => {
    const { store, last } = await sevenRecords();
    const key = slotKey(STREAM, last.slot);
    store.hide(key);
    store.overwrite(key, new TextEncoder().encode('another tail'));
    const { plan } = await seal(store, logKey);
    expect(plan.notices.map(({ code }) => code)).toEqual(['slot/marker', 'slot/second-version']);
    expect(plan.streams[0]).toMatchObject({ to: last.slot, head: last.slot_digest });
  });

  it('keeps a stream in every later plan, and notes that it vanished (attack 4)', async () => {
    const { store, last } = await sevenRecords();
    await seal(store, logKey);
    for (const key of store.keys().filter((one) => !one.startsWith('v1/seals/'))) store.remove(key);
    const { plan } = await seal(store, logKey, SEAL_TIME + HOUR);
    expect(plan.streams).toMatchObject([{ stream: STREAM, to: last.slot, head: last.slot_digest }]);
    expect(plan.notices).toEqual([{ code: 'stream/vanished', key: slotKey(STREAM, last.slot), stream: STREAM }]);
  });

  it('notes a sealed slot that was written anew', async () => {
    const { store, last, signer } = await sevenRecords();
    await seal(store, logKey);
    store.replace(slotKey(STREAM, last.slot), await bytesOf(store, slotKey(STREAM, 1)));
    await append(ledgerOn(store, signer, tickingClock(SEAL_TIME)), STREAM, await record('next', signer)).catch(() => undefined);
    const { plan } = await seal(store, logKey, SEAL_TIME + HOUR);
    expect(plan.notices.map(({ code }) => code)).toContain('stream/rewritten');
  });

  it('is not made with a key that writes, and no name that a writer puts under a slot stops the sealer', async () => {
    const { store, signer, last } = await sevenRecords();
    const before = store.keys();
    await expect(seal(store, testLogKey(ORIGIN, signer))).rejects.toMatchObject({
      code: 'seal/key-of-writer',
      outcome: 'invalid',
    });
    expect(store.keys()).toEqual(before);
    const slot = slotKey(STREAM, last.slot);
    const named = String(Buffer.from(await bytesOf(store, slot))).replace(signer.keyId, logKey.signer.keyId);
    store.replace(slot, Buffer.from(named));
    expect((await seal(store, logKey)).plan.n).toBe(1);
  });

  it('is not made with a key that writes, though that slot cannot be read a second time or has another version', async () => {
    const { store, signer, last } = await sevenRecords();
    const writers = testLogKey(ORIGIN, signer);
    const others = testLogKey(ORIGIN);
    const slots = store.keys().filter((key) => key.startsWith('v1/segments/'));
    const read = new Set<string>();
    const once = new FaultyStore(store, ({ operation, key }) => {
      const isAgain = operation === 'read' && slots.includes(key as ObjectKey) && read.has(key);
      if (operation === 'read') read.add(key);
      return isAgain ? 'lost-before' : null;
    });
    await expect(seal(once, writers)).rejects.toMatchObject({ code: 'seal/key-of-writer' });
    for (let seq = 1; seq <= last.slot; seq++) {
      const key = slotKey(STREAM, seq);
      store.overwrite(
        key,
        Buffer.from(String(Buffer.from(await bytesOf(store, key))).replaceAll(signer.keyId, others.signer.keyId)),
      );
    }
    await expect(seal(store, writers)).rejects.toMatchObject({ code: 'seal/key-of-writer' });
  });

  it('notes that it could not read the slot that it goes on from', async () => {
    const { store, last, ledger, signer } = await sevenRecords();
    await seal(store, logKey);
    await append(ledger, STREAM, await record('next', signer));
    const { plan } = await seal(unreadableAt(store, slotKey(STREAM, last.slot)), logKey, SEAL_TIME + HOUR);
    expect(plan.streams).toMatchObject([{ from: last.slot + 1, to: last.slot + 1 }]);
    expect(plan.notices).toContainEqual({ code: 'slot/unreadable', key: slotKey(STREAM, last.slot), stream: STREAM });
  });

  it('never goes on under another name, nor over a plan, tile or body that is not what it would have made', async () => {
    const { store } = await sevenRecords();
    await seal(store, logKey);
    await expect(seal(store.copy(), testLogKey('example.org/other'))).rejects.toMatchObject({ code: 'seal/origin' });
    for (const key of [planKey(1), bodyKey(1)]) {
      const broken = store.copy();
      broken.replace(key, Buffer.from(formatCheckpoint({ origin: ORIGIN, size: 8, root: Buffer.alloc(32) })));
      await expect(seal(broken, logKey)).rejects.toMatchObject({ outcome: 'tampered' });
      const hidden = store.copy();
      hidden.hide(key);
      await expect(seal(hidden, logKey)).rejects.toMatchObject({ code: 'seal/hidden' });
    }
  });

  it('puts no plan that nobody could read again: under a lock the log would end there', async () => {
    const { store } = await sevenRecords();
    await expect(seal(store, testLogKey('e'.repeat(256)))).rejects.toThrow(RangeError);
    expect(store.keys().filter((key) => key.startsWith('v1/seals/'))).toEqual([]);
    expect((await seal(store, testLogKey('e'.repeat(255)))).plan.n).toBe(1);
  });

  it('signs no body that lies there twice: the other one may be signed already', async () => {
    const { store } = await sevenRecords();
    const { keyId } = logKey.signer;
    await seal(store, logKey);
    store.remove(signatureKey(1, keyId));
    store.overwrite(bodyKey(1), await bytesOf(store, bodyKey(1)));
    await expect(seal(store, logKey)).rejects.toMatchObject({ code: 'seal/hidden' });
    expect(store.keys()).not.toContain(signatureKey(1, keyId));
  });

  it('is made once by two sealers at a time, and both end with everything sealed', async () => {
    const { store } = await sevenRecords();
    const [a, b] = await Promise.all([0, 1].map(() => sealLedger(sealerOn(store, logKey))));
    expect(a?.checkpoint).toEqual(b?.checkpoint);
    expect(await planIn(store, 1)).toEqual(a?.plan);
    expect(store.keys()).not.toContain(planKey(2));
  });
});
