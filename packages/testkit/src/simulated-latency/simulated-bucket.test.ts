import { describe, expect, it } from '@jest/globals';
import type { CreateAnswer, ObjectKey, ObjectStore, ObjectVersion } from '@proofrail/core/ports';
import { SimulatedBucket } from './simulated-bucket.ts';
import { VirtualTime } from './virtual-time.ts';

const KEY = 'v1/x' as ObjectKey;
const BYTES = Uint8Array.of(1, 2, 3);

/** As little of a store as these tests ask of one. */
class TinyStore implements ObjectStore {
  readonly uri = 'memory:tiny';
  readonly assurance = 'volatile';
  readonly #objects = new Map<ObjectKey, Uint8Array>();

  create(key: ObjectKey, bytes: Uint8Array): Promise<CreateAnswer> {
    if (this.#objects.has(key)) return Promise.resolve({ kind: 'exists' });
    this.#objects.set(key, bytes);
    return Promise.resolve({ kind: 'created', version: null });
  }

  read(key: ObjectKey) {
    const bytes = this.#objects.get(key);
    return Promise.resolve(bytes === undefined ? { kind: 'absent' as const } : { kind: 'found' as const, bytes, version: null });
  }

  async *listVersions(prefix: string, { after = '' } = {}): AsyncIterable<ObjectVersion> {
    for (const key of [...this.#objects.keys()].sort()) {
      if (key.startsWith(prefix) && key > after) yield { key, version: null, kind: 'data', newest: true, size: null };
    }
  }
}

describe('a simulated bucket', () => {
  it.each([
    [60, 'found'],
    [20, 'absent'],
  ])('lets a request take effect at half its way: a reader %p ms away finds it %s', async (roundTrip, kind) => {
    const time = new VirtualTime();
    const store = new TinyStore();
    const writer = new SimulatedBucket(store, { time, roundTrip: () => 40 });
    const reader = new SimulatedBucket(store, { time, roundTrip: () => roundTrip });
    const [, answer] = await time.during(Promise.all([writer.create(KEY, BYTES), reader.read(KEY)]));
    expect(answer.kind).toBe(kind);
    expect(time.now()).toBe(Math.max(40, roundTrip));
  });

  it('counts a request for each page of a listing, and skips and repeats nothing between them', async () => {
    const time = new VirtualTime();
    const store = new TinyStore();
    const keys = Array.from({ length: 2_001 }, (_, n) => `v1/${String(n).padStart(4, '0')}` as ObjectKey);
    for (const key of keys) await store.create(key, BYTES);
    const bucket = new SimulatedBucket(store, { time, roundTrip: () => 10 });
    const found: ObjectKey[] = [];
    const list = async (): Promise<void> => {
      for await (const { key } of bucket.listVersions('v1/')) found.push(key);
    };
    await time.during(list());
    expect(found).toEqual(keys);
    expect([bucket.requests, time.now()]).toEqual([3, 30]);
  });

  it('leaves a create whose answer is lost unknown, and asks again for what changes nothing', async () => {
    const time = new VirtualTime();
    let requests = 0;
    const losesAnswer = (): boolean => ++requests <= 2;
    const bucket = new SimulatedBucket(new TinyStore(), { time, roundTrip: () => 10, losesAnswer });
    expect((await time.during(bucket.create(KEY, BYTES))).kind).toBe('unknown');
    expect((await time.during(bucket.read(KEY))).kind).toBe('found'); // it had landed, and the second asking is answered
    expect(bucket.requests).toBe(3);
  });
});
