import { describe, expect, it } from '@jest/globals';
import type { EvidenceRecord } from '@proofrail/core/evidence';
import { evidenceLog, type WrittenRecord } from '@proofrail/core/gate';
import { recordKey, StoreAround, type StreamId, type TrustFile } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ListOptions, ObjectKey, ObjectStore, ObjectVersion, ReadAnswer, VersionId } from '@proofrail/core/ports';
import { bodyKey, openBaseline, sealLedger, signatureKey } from '@proofrail/core/seal';
import { MemoryStore } from '@proofrail/store-memory';
import { FakeTimeAuthority } from '@proofrail/testkit';
import { bytesOf, codes, ledgerOn, START, STREAM, testSigner, tickingClock, trustIn } from '../ledger/small-ledger.ts';
import { intent } from '../ledger/witnessed-ledger.ts';
import { ORIGIN, seal, SEAL_TIME, sealerOn, testLogKey } from './sealed-ledger.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const signer = testSigner();
const logKey = testLogKey();
const trust: TrustFile = { ...trustIn([signer], null), origin: ORIGIN, log_keys: [logKey.verifierKey] };
const randomness = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** One record by a process of its own, whose clock says `at`. A copy of a store is one that nobody has asked yet. */
const write = (store: ObjectStore, at: number, stream: StreamId = STREAM): Promise<WrittenRecord> =>
  evidenceLog(ledgerOn(store, signer, tickingClock(at)), stream, randomness).append(intent());

const namedBy = (record: EvidenceRecord) => (record.kind === 'unrecognised' ? undefined : record.evidence.checkpoint);

/** As another process has it. */
class OpenedAnew extends StoreAround {}

/** A bucket whose seals this role may not list, or may not read. */
class BlindStore extends StoreAround {
  readonly #forbidden: 'list' | 'read';

  constructor(store: ObjectStore, forbidden: 'list' | 'read') {
    super(store);
    this.#forbidden = forbidden;
  }

  override read(key: ObjectKey, version?: VersionId): Promise<ReadAnswer> {
    if (this.#forbidden !== 'read' || !key.startsWith('v1/seals/')) return super.read(key, version);
    return Promise.resolve({ kind: 'unreadable', cause: 'AccessDenied' });
  }

  override listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    if (this.#forbidden !== 'list' || !prefix.startsWith('v1/seals/')) return super.listVersions(prefix, options);
    const detail = { expected: 'a listing', found: 'AccessDenied', at: prefix, doThis: 'Allow it.' };
    throw new UnavailableError('store/denied', detail);
  }
}

/** One record, sealed. */
async function sealedOnce(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await write(store, START);
  await seal(store, logKey);
  return store.copy();
}

describe('a record', () => {
  it('names the newest signed checkpoint that its writer was shown, and none where nothing is sealed', async () => {
    const store = new MemoryStore();
    expect(namedBy((await write(store, START)).record)).toBeNull();
    const { checkpoint } = await seal(store, logKey);
    expect(checkpoint).toMatchObject({ size: 2 });
    const [, size, root = ''] = checkpoint.note.split('\n');
    const { record, receipt } = await write(store.copy(), SEAL_TIME + MINUTE);
    expect(namedBy(record)).toEqual({ size: Number(size), root: `sha256:${Buffer.from(root, 'base64').toString('hex')}` });
    expect(receipt.slot).toBe(2);
  });

  it('does not name a checkpoint that nobody has signed yet', async () => {
    const store = await sealedOnce();
    await seal(store, logKey, SEAL_TIME + HOUR);
    store.remove(signatureKey(2, logKey.signer.keyId));
    expect(namedBy((await write(store.copy(), SEAL_TIME + 2 * HOUR)).record)).toMatchObject({ size: 2 });
  });

  it('is written all the same where its writer may not see the seals, and names none', async () => {
    for (const forbidden of ['list', 'read'] as const) {
      const { record, receipt } = await write(new BlindStore(await sealedOnce(), forbidden), SEAL_TIME + MINUTE);
      expect([forbidden, namedBy(record), receipt.slot]).toEqual([forbidden, null, 2]);
    }
  });

  it('names the newest of four thousand checkpoints after a few listings, and asks once', async () => {
    const store = new MemoryStore();
    const root = Buffer.alloc(32, 7).toString('base64');
    for (let n = 1; n <= 4_000; n++) {
      await store.create(bodyKey(n), Buffer.from(`${ORIGIN}\n${n}\n${root}\n`));
      await store.create(signatureKey(n, logKey.signer.keyId), Buffer.from('a line'));
    }
    let listings = 0;
    const list = store.listVersions.bind(store);
    store.listVersions = (prefix, options) => {
      if (prefix.startsWith('v1/seals/')) listings += 1;
      return list(prefix, options);
    };
    const written = [await write(store, START), await write(store, START + MINUTE)];
    expect(written.map(({ record }) => namedBy(record)?.size)).toEqual([4_000, 4_000]);
    expect(listings).toBeLessThan(30);
  });
});

/** The objects of all seals, or of one. */
const sealKeys = (store: MemoryStore, n?: number): ObjectKey[] =>
  store.keys().filter((key) => key.startsWith('v1/seals/') && (n === undefined || key.includes(String(n).padStart(16, '0'))));

function without(store: MemoryStore, keys: readonly ObjectKey[]): MemoryStore {
  const copy = store.copy();
  for (const key of keys) copy.remove(key);
  return copy;
}

/** The same with what else lies in another store, but for seals. */
async function withRecordsOf(store: MemoryStore, other: MemoryStore): Promise<MemoryStore> {
  const copy = store.copy();
  for (const key of other.keys())
    if (!key.startsWith('v1/seals/') && !copy.keys().includes(key)) await copy.create(key, await bytesOf(other, key));
  return copy;
}

describe('a log that was cut', () => {
  it('is convicted by a record that names what it lost, though what is left is whole', async () => {
    const store = await sealedOnce();
    await write(store, SEAL_TIME + MINUTE);
    await seal(store, logKey, SEAL_TIME + HOUR);
    const before = without(store, sealKeys(store, 2));
    expect(await verifyLedger(before, { trust })).toMatchObject({ outcome: 'allow', findings: [] }); // nobody knew the second seal
    const grown = store.copy();
    const { receipt } = await write(grown, SEAL_TIME + HOUR + MINUTE);
    expect(await verifyLedger(grown, { trust })).toMatchObject({ outcome: 'allow', findings: [] });
    const { outcome, findings } = await verifyLedger(without(grown, sealKeys(grown, 2)), { trust });
    const key = recordKey(STREAM, receipt.record_name);
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'missing', code: 'record/checkpoint', slot: 3, key }]]);
    expect(findings[0]?.detail).toBe('Its writer saw a checkpoint of 4 entries, and the log ends at 2.');
    const bare = await verifyLedger(without(grown, sealKeys(grown)));
    expect([bare.outcome, codes(bare)]).toEqual(['tampered', ['record/checkpoint', 'record/checkpoint']]);
  });
});

describe('a writer who is shown another log', () => {
  it('leaves a record that convicts whoever showed it, under the same log key too', async () => {
    const store = await sealedOnce();
    const shown = without(store, sealKeys(store));
    const forged = await sealedOnce(); // of as many entries
    for (const key of sealKeys(forged)) await shown.create(key, await bytesOf(forged, key));
    await write(shown, SEAL_TIME + MINUTE);
    const { outcome, findings } = await verifyLedger(await withRecordsOf(store, shown), { trust });
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'altered', code: 'record/checkpoint', slot: 2 }]]);
    expect(findings[0]?.detail).toBe('Its writer saw a checkpoint of 2 entries that is none of this log.');
  });
});

describe("a record's own clock", () => {
  it('is seen to be set back to before the checkpoint that it names, with no anchor at all (attack 9)', async () => {
    const store = await sealedOnce();
    const { receipt } = await write(store, START);
    for (const options of [{}, { trust }]) {
      const { outcome, findings } = await verifyLedger(store, options);
      const key = recordKey(STREAM, receipt.record_name);
      expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'altered', code: 'record/time', slot: 2, key }]]);
      expect(findings[0]?.detail).toMatch(/^It names a checkpoint that was not there before 2026-11-21T02:00:00\.\d+Z, /);
    }
  });

  it('may be as slow as clocks are, and says what it likes where the writer saw no seal', async () => {
    const slow = await sealedOnce();
    await write(slow, SEAL_TIME - 14 * MINUTE);
    const blind = await sealedOnce();
    await write(new BlindStore(blind, 'list'), START);
    for (const store of [slow, blind]) expect(await verifyLedger(store, { trust })).toMatchObject({ findings: [] });
  });

  it('is seen to be set forward where a time authority says when the seal over it was there', async () => {
    const store = await sealedOnce();
    const authority = new FakeTimeAuthority('time.example', { now: () => SEAL_TIME + HOUR });
    await write(store, SEAL_TIME + 2 * HOUR);
    const outsiders = { authorities: [authority], witnesses: [], draw: randomness };
    await sealLedger({ ...sealerOn(store, logKey, tickingClock(SEAL_TIME + HOUR)), outsiders });
    expect(await verifyLedger(store, { trust })).toMatchObject({ outcome: 'allow', findings: [] }); // by the sealer's word alone
    const pinned = { ...trust, time_authorities: [authority.entry] };
    const { outcome, findings } = await verifyLedger(store, { trust: pinned });
    expect([outcome, findings]).toMatchObject(['tampered', [{ kind: 'altered', code: 'record/time', slot: 2 }]]);
    expect(findings[0]?.detail).toMatch(/^A seal over it was there by 2026-11-21T03:00:0\d\.\d+Z, /);
  });

  it('is right where the checkpoint that it names got its time-stamp hours later', async () => {
    const store = await sealedOnce();
    await write(store, SEAL_TIME + MINUTE);
    const authority = new FakeTimeAuthority('time.example', { now: () => SEAL_TIME + 5 * HOUR });
    const outsiders = { authorities: [authority], witnesses: [], draw: randomness };
    await sealLedger({ ...sealerOn(store, logKey, tickingClock(SEAL_TIME + 5 * HOUR)), outsiders });
    const { outcome, findings } = await verifyLedger(store, { trust: { ...trust, time_authorities: [authority.entry] } });
    expect([outcome, findings.filter(({ kind }) => kind !== 'pending')]).toEqual(['allow', []]);
  });
});

describe('verifying', () => {
  it('since a checkpoint holds records against what came later, and passes over what was verified before', async () => {
    const store = await sealedOnce();
    const { checkpoint } = await seal(store, logKey, SEAL_TIME + HOUR);
    const late = without(store, sealKeys(store, 2));
    await write(late, SEAL_TIME + MINUTE); // names the first seal, and is put in order after the second
    const grown = await withRecordsOf(store, late);
    await seal(grown, logKey, SEAL_TIME + 2 * HOUR);
    await write(grown.copy(), SEAL_TIME + 2 * HOUR + MINUTE);
    const since = async (from: MemoryStore) => ({
      trust,
      since: await openBaseline(from, Buffer.from(checkpoint.note), [logKey.key]),
    });
    expect(codes(await verifyLedger(grown, await since(grown)))).not.toContain('record/checkpoint');
    const named = grown.copy();
    await write(named, SEAL_TIME + 2 * HOUR + MINUTE);
    const cut = without(named, sealKeys(named, 3));
    expect(codes(await verifyLedger(cut, await since(cut)))).toEqual(['record/checkpoint']);
  });

  it('a ledger that is being written and sealed accuses nobody', async () => {
    const store = await sealedOnce();
    let isListed = false;
    const list = store.listVersions.bind(store);
    store.listVersions = async function* (prefix, options) {
      yield* list(prefix, options);
      if (isListed || prefix !== 'v1/') return;
      isListed = true;
      await seal(store, logKey, SEAL_TIME + HOUR);
      await write(new OpenedAnew(store), SEAL_TIME + HOUR + MINUTE); // names a seal that the listing did not show
    };
    const answer = await verifyLedger(store, { trust });
    expect([answer.outcome, answer.findings, answer.streams[0]?.verified]).toEqual(['allow', [], 2]);
  });

  it('one stream alone asks no seal, and says so', async () => {
    const store = await sealedOnce();
    await write(store, START);
    const { findings, order } = await verifyLedger(store, { trust, stream: STREAM });
    expect([findings, order]).toEqual([[], expect.stringContaining('seals not checked')]);
  });
});
