import { describe, expect, it } from '@jest/globals';
import { append } from '@proofrail/core/ledger';
import { bodyKey, planKey, sealLedger, signatureKey } from '@proofrail/core/seal';
import { parseCheckpoint, parseNote, openNote } from '@proofrail/core/tlog';
import type { MemoryStore } from '@proofrail/store-memory';
import { FaultyStore, ProcessDied, type Fault, type FaultScript } from '@proofrail/store-memory';
import { InterleavedStore, randomFrom } from '../ledger/interleaved-store.ts';
import { bytesOf, ledgerOn, record, sevenRecords, STREAM, tickingClock } from '../ledger/small-ledger.ts';
import { inRequiredRun } from '../required-run.ts';
import { seal, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const WAYS = inRequiredRun(200, 40);
const FAULTS: readonly Fault[] = ['lost-before', 'lost-after', 'conflict', 'late', 'die-before', 'die-after'];
const logKey = testLogKey();

/** A ledger whose third seal fills a bundle, so that every kind of object is about to be written. */
async function almostFull(): Promise<MemoryStore> {
  const { store, signer } = await sevenRecords();
  await seal(store, logKey, SEAL_TIME - 2 * HOUR);
  const ledger = ledgerOn(store, signer, tickingClock(SEAL_TIME - HOUR));
  const bytes = await Promise.all(Array.from({ length: 240 }, (_, n) => record(`more ${n}`, signer)));
  await Promise.all(bytes.map((one) => append(ledger, STREAM, one)));
  await seal(store, logKey, SEAL_TIME - HOUR + 1);
  const last = await Promise.all(Array.from({ length: 20 }, (_, n) => record(`last ${n}`, signer)));
  await Promise.all(last.map((one) => append(ledger, STREAM, one)));
  return store;
}

const before = await almostFull();

/** Whatever happened, the next sealer leaves a whole log, in which no size was signed twice. */
async function expectWhole(store: MemoryStore): Promise<void> {
  const { plan, checkpoint } = await sealLedger(sealerOn(store, logKey, tickingClock(SEAL_TIME + HOUR)));
  const sizes = new Set<number>();
  for (let n = 1; n <= plan.n; n++) {
    const body = await bytesOf(store, bodyKey(n));
    const note = parseNote(Buffer.concat([body, Buffer.from('\n'), await bytesOf(store, signatureKey(n, logKey.signer.keyId))]));
    expect(note && openNote(note, [logKey.key]).kind).toBe('signed');
    sizes.add(parseCheckpoint(Buffer.from(body).toString())?.size ?? 0);
  }
  expect(sizes.size).toBe(plan.n);
  expect(checkpoint.size).toBe(267 + plan.n);
  expect(store.keys()).toEqual(expect.arrayContaining(['v1/seals/tile/0/000', 'v1/seals/tile/entries/000']));
  // No key was ever written twice: under a lock that would stay for years.
  const versions: string[] = [];
  for await (const { key } of store.listVersions('v1/seals/')) versions.push(key);
  expect(new Set(versions).size).toBe(versions.length);
}

const at =
  (number: number, fault: Fault): FaultScript =>
  (call) =>
    call.number === number ? fault : null;

async function sealThrough(store: FaultyStore): Promise<'sealed' | 'died' | 'unavailable'> {
  try {
    await sealLedger(sealerOn(store, logKey));
    return 'sealed';
  } catch (cause) {
    if (cause instanceof ProcessDied) return 'died';
    expect(cause).toMatchObject({ outcome: 'unavailable' });
    return 'unavailable';
  }
}

describe('a sealer', () => {
  it('is finished by the next one, whichever request it dies at, and loses nothing to an answer that got lost', async () => {
    const counting = new FaultyStore(before.copy(), () => null);
    await sealLedger(sealerOn(counting, logKey));
    expect(counting.calls).toBeGreaterThan(20);
    for (const fault of FAULTS) {
      for (let number = 1; number <= counting.calls; number++) {
        const store = before.copy();
        const end = await sealThrough(new FaultyStore(store, at(number, fault)));
        if (end === 'died') expect(fault).toMatch(/^die/);
        await expectWhole(store);
      }
    }
  });

  it(`races another one in ${WAYS} orders of requests: one plan, helped to its end by both`, async () => {
    for (let seed = 1; seed <= WAYS; seed++) {
      const store = before.copy();
      const shared = new InterleavedStore(store, seed);
      const sealed = await Promise.all([0, 1].map(() => sealLedger(sealerOn(shared, logKey))));
      expect(new Set(sealed.map(({ checkpoint }) => checkpoint.size)).size).toBe(1);
      expect(store.keys()).not.toContain(planKey(4));
      await expectWhole(store);
    }
  });

  it(`races another one that dies, in ${WAYS} ways`, async () => {
    for (let seed = 1; seed <= WAYS; seed++) {
      const random = randomFrom(seed);
      const store = before.copy();
      const shared = new InterleavedStore(store, seed);
      const fault = random() < 0.5 ? 'die-before' : 'die-after';
      const mortal = new FaultyStore(shared, at(1 + Math.floor(random() * 30), fault));
      await Promise.all([sealLedger(sealerOn(shared, logKey)), sealThrough(mortal)]);
      await shared.quiet();
      await expectWhole(store);
    }
  });
});
