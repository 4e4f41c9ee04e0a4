import { describe, expect, it } from '@jest/globals';
import { append, recordKey, slotKey, StoreAround, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '@proofrail/core/ports';
import { readRecords } from '../../packages/cli/src/report/read-records.ts';
import { record, sevenRecords, START, STREAM, testSigner } from './small-ledger.ts';

/** Notes what is read. */
class WatchedStore extends StoreAround {
  readonly reads: ObjectKey[] = [];

  override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    this.reads.push(key);
    return super.read(key, version);
  }
}

async function recordsOf(store: ObjectStore, trust: TrustFile, period: { from?: number; to?: number } = {}) {
  const verification = await verifyLedger(store, { trust });
  const watched = new WatchedStore(store);
  return { ...(await readRecords(watched, verification, { trust }, period)), reads: watched.reads };
}

const timeOf = (name: string): number => Number(name.slice(0, 13));

it('reads each record and each slot once, and says of each record the digest of its slot', async () => {
  const { store, trust, receipts } = await sevenRecords();
  const { records, rest, reads } = await recordsOf(store, trust);
  const found = reads.filter((key) => store.keys().includes(key));
  expect(found.length).toBe(new Set(found).size);
  const digests = new Map(receipts.map(({ record: digest, slot_digest }) => [digest, slot_digest]));
  expect(records.map(({ slotDigest }) => slotDigest)).toEqual(records.map(({ placed }) => digests.get(placed.digest)));
  expect([records.length, rest.records]).toEqual([7, 0]);
});

it('keeps of a record no bytes', async () => {
  const { store, trust } = await sevenRecords();
  const { records } = await recordsOf(store, trust);
  for (const { placed } of records) expect(Object.keys(placed)).not.toEqual(expect.arrayContaining(['envelope']));
});

it('counts what lies outside of the period and keeps none of it', async () => {
  const { store, trust, receipts } = await sevenRecords();
  const times = receipts.map(({ record_name }) => timeOf(record_name)).sort((a, b) => a - b);
  const { records, rest } = await recordsOf(store, trust, { from: times[2] ?? START, to: times[5] ?? START });
  expect(records.map(({ placed }) => placed.storedAt).sort((a, b) => a - b)).toEqual(times.slice(2, 5));
  expect(rest).toEqual({ records: 4, newest: times[6] });
});

it('counts outside of the period only what is signed, also where it came after the verification', async () => {
  const { store, trust, ledger } = await sevenRecords();
  const before = await verifyLedger(store, { trust });
  const forged = await append(ledger, STREAM, await record('forged', testSigner()));
  const nothing = { from: 0, to: 1 };
  const { rest } = await readRecords(store, before, { trust }, nothing);
  expect(rest.records).toBe(7);
  const after = await recordsOf(store, trust, nothing);
  expect(after.rest.records).toBe(7);
  expect(after.rest.newest).toBeLessThan(timeOf(forged.record_name));
});

it('counts outside of the period nothing that is gone since the verification', async () => {
  const { store, trust, last } = await sevenRecords();
  const before = await verifyLedger(store, { trust });
  store.remove(recordKey(STREAM, last.record_name));
  const { rest } = await readRecords(store, before, { trust }, { from: 0, to: 1 });
  expect(rest.records).toBe(6);
});

describe('what could be verified and cannot be read again', () => {
  /** Refuses one object. */
  class RefusingStore extends StoreAround {
    readonly refused: ObjectKey;

    constructor(inner: ObjectStore, refused: ObjectKey) {
      super(inner);
      this.refused = refused;
    }

    override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
      if (key === this.refused) return Promise.resolve({ kind: 'unreadable', cause: 'unavailable' });
      return super.read(key, version);
    }
  }

  it('ends the report: a page without it would look whole', async () => {
    const { store, trust, last } = await sevenRecords();
    const before = await verifyLedger(store, { trust });
    for (const key of [recordKey(STREAM, last.record_name), slotKey(STREAM, last.slot)]) {
      const again = readRecords(new RefusingStore(store, key), before, { trust }, {});
      await expect(again).rejects.toMatchObject({ outcome: 'unavailable', code: 'ledger/finding', at: key });
    }
  });

  it('is left out where the verification names it already', async () => {
    const { store, trust, last } = await sevenRecords();
    const refusing = new RefusingStore(store, recordKey(STREAM, last.record_name));
    const verification = await verifyLedger(refusing, { trust });
    expect((await readRecords(refusing, verification, { trust }, {})).records).toHaveLength(6);
  });
});
