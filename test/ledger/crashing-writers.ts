import { expect } from '@jest/globals';
import { append, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { Assurance } from '@proofrail/core/ports';
import { FaultyStore, MemoryStore, ProcessDied, type FaultScript } from '@proofrail/store-memory';
import { appendPointed } from './append-pointed.ts';
import { InterleavedStore } from './interleaved-store.ts';
import { ledgerOn, record, START, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';

const signer = testSigner();
/** Of whoever comes by when all is over. */
const LAST = await record('last', signer);
/** Enough for sixteen writers. */
export const RECORDS: readonly Uint8Array[] = await Promise.all(Array.from({ length: 32 }, (_, n) => record(n, signer)));

export interface Writer {
  readonly records: readonly Uint8Array[];
  readonly script: FaultScript;
}

/** Unavailable: a read or a listing got no answer, which ends an append and loses nothing. */
export type End = 'done' | 'died' | 'unavailable';

export interface Run {
  readonly store: MemoryStore;
  readonly acknowledged: readonly SequencedReceipt[];
  /** How each writer ended. */
  readonly ends: readonly End[];
  /** Requests of each writer. */
  readonly calls: readonly number[];
  /** Crash points that were driven: a fault may be meant for a request that is never sent. */
  readonly faults: number;
}

/** Writers append side by side, and point at what they wrote, each through its own failing connection; then one healthy writer comes by. */
export async function runWriters(writers: readonly Writer[], seed: number, assurance: Assurance): Promise<Run> {
  const store = new MemoryStore();
  const shared = new InterleavedStore(store, seed, assurance);
  let faults = 0;
  const connections = writers.map(
    ({ script }) =>
      new FaultyStore(shared, (call) => {
        const fault = script(call);
        if (fault !== null) faults += 1;
        return fault;
      }),
  );
  const works = await Promise.all(writers.map(({ records }, index) => work(connections[index] as FaultyStore, records)));
  await shared.quiet();
  const last = await append(ledgerOn(shared, signer, tickingClock(START + 1000)), STREAM, LAST);
  return {
    store,
    acknowledged: [...works.flatMap(({ receipts }) => receipts), last],
    ends: works.map(({ end }) => end),
    calls: connections.map(({ calls }) => calls),
    faults,
  };
}

async function work(
  store: FaultyStore,
  records: readonly Uint8Array[],
): Promise<{ readonly receipts: readonly SequencedReceipt[]; readonly end: End }> {
  const ledger = ledgerOn(store, signer);
  const receipts: SequencedReceipt[] = [];
  try {
    for (const bytes of records) await appendPointed(ledger, STREAM, bytes, (receipt) => receipts.push(receipt));
    return { receipts, end: 'done' };
  } catch (cause) {
    if (cause instanceof ProcessDied) return { receipts, end: 'died' };
    expect(cause).toMatchObject({ outcome: 'unavailable' });
    return { receipts, end: 'unavailable' };
  }
}

/**
 * What every run must leave behind, whatever happened in it: the chain begins and is dense, every receipt holds, nothing is twice. Every
 * stored record has its place; with `leftovers`, or it is named as waiting for one. Every pointer is what it should be, and an announcement
 * may be all that is left of a writer.
 */
export async function expectNothingLost({ store, acknowledged, ends }: Run, leftovers: 'none' | 'named' = 'none'): Promise<void> {
  const keys = store.keys();
  const slots = keys.filter((key) => key.includes('/segments/')).map((key) => Number(key.slice(-16)));
  expect(slots).toEqual(slots.map((_, index) => index + 1));
  const answer = await verifyLedger(store, { trust: trustIn([signer], null), receipts: acknowledged });
  expect(answer).toMatchObject({ outcome: 'allow', receipts: acknowledged.length });
  expect(new Set(acknowledged.map((one) => one.record)).size).toBe(acknowledged.length);
  const announced = answer.findings.filter(({ code }) => code === 'pointer/no-record');
  expect(announced.length).toBeLessThanOrEqual(ends.filter((end) => end !== 'done').length);
  const findings = answer.findings.filter((one) => !announced.includes(one));
  const pending = findings.filter(({ kind }) => kind === 'pending');
  expect(findings).toEqual(leftovers === 'none' ? [] : pending);
  const stored = keys.filter((key) => key.includes('/records/')).length;
  expect(answer.streams).toMatchObject([
    { verified: stored - pending.length, pointers: keys.filter((key) => key.includes('/by/')).length },
  ]);
}
