import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { append, type Ledger, type SequencedReceipt } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { CreatedInTurn, NewObject, ObjectStore } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';
import { seededRandom } from '@proofrail/testkit';
import { ledgerOn, record, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-in-turn-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const signer = testSigner();
const UNKNOWN = { kind: 'unknown', cause: 'lost by the test' } as const;

type InTurn = (store: FileStore, first: NewObject, second: () => Promise<NewObject>) => Promise<CreatedInTurn>;

/** Everything that can become of two creates in one go, as far as its caller can tell. */
const ENDS: Readonly<Record<string, InTurn>> = {
  'both are there': (store, first, second) => store.createInTurn(first, second),
  'both are there and nobody says so': async (store, first, second) => {
    await store.createInTurn(first, second);
    return { first: UNKNOWN, second: null };
  },
  'both are there and one is said to be': async (store, first, second) => ({
    ...(await store.createInTurn(first, second)),
    second: UNKNOWN,
  }),
  'the record alone is there': async (store, first) => ({ first: await store.create(first.key, first.bytes), second: UNKNOWN }),
  'nothing is there': async () => ({ first: UNKNOWN, second: null }),
  'the record was there before': async (store, first, second) => {
    await store.create(first.key, first.bytes);
    return store.createInTurn(first, second);
  },
};

/** A folder as it is, but for what happens when two objects go there in turn. */
function folderWhere(store: FileStore, inTurn: InTurn): ObjectStore {
  return {
    uri: store.uri,
    assurance: store.assurance,
    create: (key, bytes) => store.create(key, bytes),
    read: (key, version) => store.read(key, version),
    listVersions: (prefix, options) => store.listVersions(prefix, options),
    createInTurn: (first, second) => inTurn(store, first, second),
  };
}

async function stateOf(store: FileStore, receipts: readonly SequencedReceipt[]) {
  const answer = await verifyLedger(store, { trust: trustIn([signer], null), receipts });
  return { outcome: answer.outcome, findings: answer.findings, verified: answer.streams[0]?.verified };
}

describe('a record and its slot that go to a folder in turn', () => {
  it.each(Object.entries(ENDS))('where %s: each record stands in the stream once', async (name, end) => {
    const store = await FileStore.open(path.join(scratch, name));
    const ledger = ledgerOn(folderWhere(store, end), signer);
    const receipts: SequencedReceipt[] = [];
    for (let n = 0; n < 5; n++) receipts.push(await append(ledger, STREAM, await record(n, signer)));
    expect(await stateOf(store, receipts)).toEqual({ outcome: 'allow', findings: [], verified: 5 });
    expect(new Set(receipts.map(({ record: digest }) => digest)).size).toBe(5);
  });

  it('say so when the folder refuses, and go on when it no longer does', async () => {
    const store = await FileStore.open(path.join(scratch, 'refuses'));
    let refuses = false;
    const end: InTurn = (folder, first, second) =>
      refuses ? Promise.reject(new Error('no room')) : folder.createInTurn(first, second);
    const ledger = ledgerOn(folderWhere(store, end), signer);
    const receipts = [await append(ledger, STREAM, await record(0, signer))];
    refuses = true;
    const sealed = await record(1, signer);
    await expect(append(ledger, STREAM, sealed)).rejects.toThrow('no room');
    refuses = false;
    receipts.push(await append(ledger, STREAM, sealed));
    expect(await stateOf(store, receipts)).toEqual({ outcome: 'allow', findings: [], verified: 2 });
  });

  it.each([1, 2, 3, 4])('by three writers in any order, alone and together, with any end of each (seed %p)', async (seed) => {
    const random = seededRandom(seed);
    const store = await FileStore.open(path.join(scratch, `any-${seed}`));
    const clock = tickingClock();
    const anyEnd: InTurn = (...order) => random.pick(Object.values(ENDS))(...order);
    const writers: Ledger[] = [1, 2, 3].map(() => ledgerOn(folderWhere(store, anyEnd), signer, clock));
    const receipts: SequencedReceipt[] = [];
    for (let round = 0; round < 20; round++) {
      const together = Array.from({ length: 1 + random.below(4) }, async (_, n) =>
        append(random.pick(writers), STREAM, await record(round * 10 + n, signer)),
      );
      receipts.push(...(await Promise.all(together)));
    }
    expect(await stateOf(store, receipts)).toEqual({ outcome: 'allow', findings: [], verified: receipts.length });
  });
});
