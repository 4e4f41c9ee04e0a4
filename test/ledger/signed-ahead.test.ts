import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { append, StoreAround, verifyLedger } from '@proofrail/core/ledger';
import type { CreateAnswer, ObjectKey, Signer } from '@proofrail/core/ports';
import { FileStore } from '@proofrail/store-file';
import { fill, ledgerOn, record, STREAM, testSigner, tickingClock, trustIn } from './small-ledger.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'proofrail-signed-ahead-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const signer = testSigner();
let events: string[] = [];
let refusesRecords = false;

/** Says when each object is created, and when that has ended. */
class ToldStore extends StoreAround {
  override async create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    const what = key.includes('/records/') ? 'record' : 'slot';
    events.push(what);
    if (refusesRecords && what === 'record') throw new Error('no room');
    const answer = await super.create(key, bytes);
    events.push(`${what} ${answer.kind}`);
    return answer;
  }
}

const telling: Signer = {
  ...signer,
  sign: (message) => {
    events.push('signs');
    return signer.sign(message);
  },
};

async function twoWriters() {
  const folder = await FileStore.open(mkdtempSync(path.join(scratch, 'ledger-')));
  const clock = tickingClock();
  const [ours, other] = [ledgerOn(new ToldStore(folder), telling, clock), ledgerOn(folder, signer, clock)];
  const [genesis = null] = await fill(ours, 1);
  events = [];
  const verified = async () => {
    const { outcome, findings, streams } = await verifyLedger(folder, { trust: trustIn([signer], genesis) });
    return [outcome, findings, streams[0]?.verified];
  };
  return { ours, other, verified };
}

beforeEach(() => {
  refusesRecords = false;
});

describe('a slot that is signed while its record is being stored', () => {
  it('is written only when the record is there for good', async () => {
    const { ours, verified } = await twoWriters();
    await append(ours, STREAM, await record('second', signer));
    expect(events).toEqual(['signs', 'record', 'record created', 'slot', 'slot created']);
    expect(await verified()).toEqual(['allow', [], 2]);
  });

  it('is signed anew when another writer took its place', async () => {
    const { ours, other, verified } = await twoWriters();
    await append(other, STREAM, await record('second', signer));
    expect(await append(ours, STREAM, await record('third', signer))).toMatchObject({ slot: 3, position: 1 });
    expect(events.filter((event) => event === 'signs')).toHaveLength(2);
    expect(await verified()).toEqual(['allow', [], 3]);
  });

  it('is never written when its record cannot be stored, nor in the place of a later one', async () => {
    const { ours, verified } = await twoWriters();
    refusesRecords = true;
    await expect(append(ours, STREAM, await record('lost', signer))).rejects.toThrow('no room');
    expect(events).toEqual(['signs', 'record']);
    refusesRecords = false;
    expect(await append(ours, STREAM, await record('second', signer))).toMatchObject({ slot: 2, position: 1 });
    expect(await verified()).toEqual(['allow', [], 2]);
  });

  it('gives way to one for all that came together', async () => {
    const { ours, verified } = await twoWriters();
    const some = await Promise.all([2, 3, 4].map((n) => record(n, signer)));
    const receipts = await Promise.all(some.map((bytes) => append(ours, STREAM, bytes)));
    expect(receipts.map(({ slot }) => slot)).toEqual([2, 2, 2]);
    expect(await verified()).toEqual(['allow', [], 4]);
  });
});
