import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sealEnvelope, STATEMENT_PAYLOAD_TYPE } from '@proofrail/core/canonical';
import { append, platformKey, recordKey, slotKey, StoreAround, type TrustFile } from '@proofrail/core/ledger';
import { bodyKey } from '@proofrail/core/seal';
import { verifyLedger } from '@proofrail/core/verification';
import type { ObjectKey, ObjectStore, ReadAnswer, VersionId } from '@proofrail/core/ports';
import { readRecords } from '../../packages/cli/src/report/read-records.ts';
import { outsideWorld } from '../seal/outside-world.ts';
import { SEAL_TIME } from '../seal/sealed-ledger.ts';
import { record, sevenRecords, START, STREAM, testSigner } from './small-ledger.ts';
import { unreadableAt } from './unreadable-at.ts';
import { intent, OWN, witnessedLedger } from './witnessed-ledger.ts';

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
  it('ends the report: a page without it would look whole', async () => {
    const { store, trust, last } = await sevenRecords();
    const before = await verifyLedger(store, { trust });
    for (const key of [recordKey(STREAM, last.record_name), slotKey(STREAM, last.slot)]) {
      const again = readRecords(unreadableAt(store, key), before, { trust }, {});
      await expect(again).rejects.toMatchObject({ outcome: 'unavailable', code: 'ledger/finding', at: key });
    }
  });

  it('is left out where the verification names it already', async () => {
    const { store, trust, last } = await sevenRecords();
    const refusing = unreadableAt(store, recordKey(STREAM, last.record_name));
    const verification = await verifyLedger(refusing, { trust });
    expect((await readRecords(refusing, verification, { trust }, {})).records).toHaveLength(6);
  });

  it('is left out where the verification names it by the word of the platform, which says whose key it is', async () => {
    const { store, attachments, trust, log } = witnessedLedger();
    const { receipt } = await log().append(intent());
    const refusing = unreadableAt(store, platformKey(OWN, receipt.record));
    const verification = await verifyLedger(refusing, { trust, attachments });
    expect(verification).toMatchObject({ outcome: 'unavailable' });
    const { records, findings } = await readRecords(refusing, verification, { trust, attachments }, {});
    expect([records, findings]).toEqual([[], []]);
  });

  it('ends the report where a seal says which records are older than a theft', async () => {
    const { store, trust: plain, seal } = await outsideWorld();
    await seal(SEAL_TIME);
    const compromised_from = new Date(SEAL_TIME + 3_600_000).toISOString();
    const trust = { ...plain, record_keys: plain.record_keys.map((key) => ({ ...key, compromised_from })) };
    const before = await verifyLedger(store, { trust });
    expect(before).toMatchObject({ outcome: 'allow', streams: [{ verified: 7 }] });
    const again = readRecords(unreadableAt(store, bodyKey(1)), before, { trust }, {});
    await expect(again).rejects.toMatchObject({ outcome: 'unavailable', code: 'ledger/finding', at: bodyKey(1) });
  });
});

describe('what is wrong since it was verified, or what verifying does not look at', () => {
  it('is said: a page that leaves it out in silence would look whole', async () => {
    const { store, trust, ledger, signer, last } = await sevenRecords();
    const forged = await append(ledger, STREAM, await record('forged', testSigner()));
    const known = await verifyLedger(store, { trust });
    const none = canonicalJson({ none: 'of the members of a Statement' });
    const nothing = await append(ledger, STREAM, await sealEnvelope(STATEMENT_PAYLOAD_TYPE, none, signer));
    store.remove(recordKey(STREAM, last.record_name));
    const { records, findings } = await readRecords(store, known, { trust }, {});
    expect([records.length, forged.slot < nothing.slot]).toEqual([6, true]);
    expect(findings.map(({ code, key }) => [code, key])).toEqual([
      ['record/missing', recordKey(STREAM, last.record_name)],
      ['record/signature', recordKey(STREAM, nothing.record_name)],
    ]);
  });
});
