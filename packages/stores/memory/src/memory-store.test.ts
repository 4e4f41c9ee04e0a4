import { describe, expect, it } from '@jest/globals';
import type { ObjectKey, ObjectVersion } from '@proofrail/core/ports';
import { objectStoreContract } from '../../../../test/contract/object-store.ts';
import { FaultyStore } from './faulty-store.ts';
import { MemoryStore } from './memory-store.ts';

objectStoreContract('MemoryStore', () => Promise.resolve(new MemoryStore()));
objectStoreContract('FaultyStore without faults', () => Promise.resolve(new FaultyStore(new MemoryStore(), () => null)));

const KEY = 'v1/x' as ObjectKey;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function versions(store: MemoryStore): Promise<ObjectVersion[]> {
  const all: ObjectVersion[] = [];
  for await (const version of store.listVersions('')) all.push(version);
  return all;
}

describe('MemoryStore behaves as a versioned bucket under attack', () => {
  it('hides an object behind a marker and keeps its bytes', async () => {
    const store = new MemoryStore();
    const created = await store.create(KEY, bytes('first'));
    store.hide(KEY);
    expect(await store.read(KEY)).toEqual({ kind: 'hidden' });
    expect(created.kind === 'created' && created.version && (await store.read(KEY, created.version))).toMatchObject({
      kind: 'found',
    });
  });

  it('lets a create succeed over a marker, as recorded on AWS, and lists all three newest first', async () => {
    const store = new MemoryStore();
    await store.create(KEY, bytes('first'));
    store.hide(KEY);
    expect(await store.create(KEY, bytes('rewritten'))).toMatchObject({ kind: 'created' });
    expect((await versions(store)).map(({ kind, newest }) => [kind, newest])).toEqual([
      ['data', true],
      ['marker', false],
      ['data', false],
    ]);
  });

  it('keeps the first version under a second one', async () => {
    const store = new MemoryStore();
    await store.create(KEY, bytes('first'));
    store.overwrite(KEY, bytes('second'));
    const oldest = (await versions(store)).at(-1);
    const answer = await store.read(KEY, oldest?.version ?? undefined);
    expect(answer.kind === 'found' && new TextDecoder().decode(answer.bytes)).toBe('first');
  });
});

describe('FaultyStore fails as networks and processes do', () => {
  it('loses the request, the answer, or both apart', async () => {
    const store = new MemoryStore();
    const faulty = new FaultyStore(
      store,
      ({ number }) => (['lost-before', 'lost-after', 'conflict'] as const)[number - 1] ?? null,
    );
    expect((await faulty.create('v1/a' as ObjectKey, bytes('a'))).kind).toBe('unknown');
    expect((await faulty.create('v1/b' as ObjectKey, bytes('b'))).kind).toBe('unknown');
    expect((await faulty.create('v1/c' as ObjectKey, bytes('c'))).kind).toBe('unknown');
    expect(store.keys()).toEqual(['v1/b']);
  });

  it('lets a late request land after its sender gave up waiting', async () => {
    const store = new MemoryStore();
    const faulty = new FaultyStore(store, ({ number }) => (number === 1 ? 'late' : null));
    expect((await faulty.create(KEY, bytes('late'))).kind).toBe('unknown');
    expect(store.keys()).toEqual([]);
    expect((await faulty.create(KEY, bytes('retry'))).kind).toBe('exists');
  });

  it('stays dead', async () => {
    const faulty = new FaultyStore(new MemoryStore(), ({ number }) => (number === 2 ? 'die-after' : null));
    await faulty.read(KEY);
    await expect(faulty.read(KEY)).rejects.toThrow('died at request 2');
    await expect(faulty.create(KEY, bytes('x'))).rejects.toThrow('already dead');
  });
});
