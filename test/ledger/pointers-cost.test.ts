import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@proofrail/core/canonical';
import { StoreAround, type StreamId } from '@proofrail/core/ledger';
import type { ListOptions, ObjectKey, ObjectVersion } from '@proofrail/core/ports';
import { openBaseline } from '@proofrail/core/seal';
import { verifyLedger, type VerifyOptions } from '@proofrail/core/verification';
import { FaultyStore, type MemoryStore } from '@proofrail/store-memory';
import { ORIGIN, seal, SEAL_TIME, testLogKey } from '../seal/sealed-ledger.ts';
import { released } from './released.ts';
import { COMMIT, pointerTo } from './releases.ts';
import { codes, foundIn, STREAM } from './small-ledger.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what pointers cost whoever verifies', () => {
  const requests = async (store: MemoryStore, options: VerifyOptions) => {
    const sent = { create: 0, read: 0, list: 0 };
    const counting = new FaultyStore(store, ({ operation }) => {
      sent[operation] += 1;
      return null;
    });
    await verifyLedger(counting, options);
    return sent;
  };

  it('is a read each and a listing, and nothing where there are none', async () => {
    const { store, trust, pointers } = await released();
    const bare = store.copy();
    for (const key of pointers) bare.remove(key);
    const [with_, without] = [await requests(store, { trust }), await requests(bare, { trust })];
    expect(with_).toEqual({ create: 0, list: without.list + 1, read: without.read + pointers.length });
    expect(without.list).toBe(1);
  });

  it('is as much for one stream alone, whose pointers are read too', async () => {
    const { store, trust, decide, decision } = await released();
    await decide('allow', COMMIT, '43' as StreamId);
    const answer = await verifyLedger(store, { trust, stream: STREAM });
    expect(answer.streams).toMatchObject([{ stream: STREAM, pointers: 4 }]);
    const { pointer } = pointerTo(COMMIT, decision);
    store.replace(pointer, bytes('{}'));
    expect(foundIn(await verifyLedger(store, { trust, stream: STREAM }))).toEqual(['tampered', [['pointer/altered', pointer]]]);
    expect(codes(await verifyLedger(store, { trust, stream: '43' as StreamId }))).toEqual([]);
  });

  it('is nothing since a checkpoint: they lie in no order, and the answer says that none was read', async () => {
    const { store, trust: plain, decide } = await released();
    const logKey = testLogKey();
    const { checkpoint } = await seal(store, logKey);
    await decide('deny');
    await seal(store, logKey, SEAL_TIME + 3_600_000);
    const trust = { ...plain, origin: ORIGIN, log_keys: [logKey.verifierKey] };
    const since = await openBaseline(store, Buffer.from(checkpoint.note), [logKey.key]);
    expect((await verifyLedger(store, { trust })).streams).toMatchObject([{ pointers: 6 }]);
    expect((await verifyLedger(store, { trust, since })).streams).toMatchObject([{ pointers: null }]);
    const listed: string[] = [];
    const seeing = new FaultyStore(store, ({ operation, key }) => {
      if (operation === 'list' || key.startsWith('v1/by/')) listed.push(key);
      return null;
    });
    await verifyLedger(seeing, { trust, since });
    expect(listed.filter((key) => 'v1/by/'.startsWith(key) || key.startsWith('v1/by/'))).toEqual([]);
  });

  it('is no memory: of twenty thousand so many are under way as of records, and none is kept', async () => {
    const { store, trust, decision } = await released();
    const crowded = new ManyAnnouncements(store, decision.receipt.record, 20_000);
    const answer = await verifyLedger(crowded, { trust });
    expect([answer.outcome, answer.streams[0]?.pointers]).toEqual(['allow', 20_004]);
    expect(crowded.mostAhead).toBeLessThan(1_000);
  });
});

/** The same announcement under so many commits: what a stream of a million records has, and nobody wants to write here. */
class ManyAnnouncements extends StoreAround {
  mostAhead = 0;
  #listed = 0;
  #read = 0;
  readonly #record: string;
  readonly #many: number;

  constructor(inner: MemoryStore, recordDigest: string, many: number) {
    super(inner);
    this.#record = recordDigest;
    this.#many = many;
  }

  override read(...[key, version]: Parameters<StoreAround['read']>): ReturnType<StoreAround['read']> {
    if (!key.startsWith('v1/by/42/e')) return super.read(key, version);
    this.#read += 1;
    return Promise.resolve({ kind: 'found', bytes: canonicalJson({ record: this.#record, v: 1 }), version: null });
  }

  override async *listVersions(prefix: string, options?: ListOptions): AsyncIterable<ObjectVersion> {
    yield* super.listVersions(prefix, options);
    const isPass = prefix === 'v1/by/42/';
    for (let n = 0; n < this.#many; n++) {
      const key = `v1/by/42/e${String(n).padStart(39, '0')}/${this.#record.slice(7)}~` as ObjectKey;
      if (!key.startsWith(prefix)) return;
      if (isPass) this.mostAhead = Math.max(this.mostAhead, ++this.#listed - this.#read);
      yield { key, version: null, kind: 'data', newest: true, size: 1 };
    }
  }
}
