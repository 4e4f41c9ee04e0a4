import { describe, expect, it } from '@jest/globals';
import type { CreatedInTurn, ObjectKey, ObjectStore, ObjectVersion } from '@proofrail/core/ports';

const key = (text: string): ObjectKey => text as ObjectKey;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function list(store: ObjectStore, prefix: string, after?: string): Promise<ObjectVersion[]> {
  const versions: ObjectVersion[] = [];
  for await (const version of store.listVersions(prefix, after === undefined ? {} : { after })) versions.push(version);
  return versions;
}

async function text(store: ObjectStore, name: string): Promise<string> {
  const answer = await store.read(key(name));
  return answer.kind === 'found' ? new TextDecoder().decode(answer.bytes) : answer.kind;
}

/** What every ObjectStore promises, whatever it is made of. `open` gives an empty store each time. */
export function objectStoreContract(name: string, open: () => Promise<ObjectStore>): void {
  describe(`${name} keeps the contract of an object store`, () => {
    it('gives back the bytes that were created, each of the 256 values', async () => {
      const store = await open();
      const all = Uint8Array.from({ length: 256 }, (_, value) => value);
      expect(await store.create(key('v1/a/b'), all)).toMatchObject({ kind: 'created' });
      const answer = await store.read(key('v1/a/b'));
      expect(answer.kind === 'found' && Buffer.from(answer.bytes).equals(all)).toBe(true);
    });

    it('keeps an empty object apart from an absent one', async () => {
      const store = await open();
      await store.create(key('v1/empty'), new Uint8Array());
      expect(await text(store, 'v1/empty')).toBe('');
      expect(await text(store, 'v1/none')).toBe('absent');
    });

    it('never overwrites, not even with equal bytes', async () => {
      const store = await open();
      await store.create(key('v1/x'), bytes('first'));
      expect(await store.create(key('v1/x'), bytes('second'))).toEqual({ kind: 'exists' });
      expect(await store.create(key('v1/x'), bytes('first'))).toEqual({ kind: 'exists' });
      expect(await text(store, 'v1/x')).toBe('first');
    });

    it('lets exactly one of many racing writers have a key', async () => {
      const store = await open();
      const answers = await Promise.all(
        Array.from({ length: 32 }, (_, writer) => store.create(key('v1/slot'), bytes(`writer ${writer}`))),
      );
      const winner = answers.findIndex((answer) => answer.kind === 'created');
      expect(answers.filter((answer) => answer.kind === 'created')).toHaveLength(1);
      expect(await text(store, 'v1/slot')).toBe(`writer ${winner}`);
    });

    it('does not keep a reference to bytes that the caller changes afterwards', async () => {
      const store = await open();
      const mine = bytes('before');
      await store.create(key('v1/x'), mine);
      mine.fill(0);
      expect(await text(store, 'v1/x')).toBe('before');
    });

    it('says which version it created, or that it keeps none', async () => {
      const store = await open();
      const created = await store.create(key('v1/x'), bytes('x'));
      const [listed] = await list(store, 'v1/');
      expect(created.kind === 'created' && created.version).toBe(listed?.version);
      if (listed?.version == null) return;
      expect(await store.read(key('v1/x'), listed.version)).toMatchObject({ kind: 'found', version: listed.version });
    });

    it('lists in ascending order of whole keys, so that 1-pr/ comes before 1/ and 10/', async () => {
      const store = await open();
      const keys = ['v1/s/1/b', 'v1/s/1/a', 'v1/s/1-pr/z', 'v1/s/10/a', 'v1/s/2/a', 'v1/t', 'v1/r/9/a'];
      for (const name of keys) await store.create(key(name), bytes(name));
      const listed = (await list(store, 'v1/')).map((version) => version.key);
      expect(listed).toEqual([...keys].sort());
      const inAnyOrder: string[] = [];
      for await (const version of store.listVersions('v1/', { inAnyOrder: true })) inAnyOrder.push(version.key);
      expect(inAnyOrder.sort()).toEqual(listed);
    });

    it('names at once, if it does, the prefixes of which its listing shows an object', async () => {
      const store = await open();
      const keys = ['v1/s/1/b', 'v1/s/1-pr/deep/z', 'v1/s/10/a', 'v1/s/plain', 'v1/t/9/a'];
      for (const name of keys) await store.create(key(name), bytes(name));
      if (store.commonPrefixes === undefined) return;
      expect(store.commonPrefixes('v1/s/')).toEqual(['v1/s/1-pr/', 'v1/s/1/', 'v1/s/10/']);
      expect(store.commonPrefixes('v1/nothing/')).toEqual([]);
    });

    it('creates two in turn, if it does: the second after the first, and never without it', async () => {
      const store = await open();
      if (store.createInTurn === undefined) return;
      const pair = (first: string, second: string): Promise<CreatedInTurn> | undefined =>
        store.createInTurn?.({ key: key(first), bytes: bytes(first) }, async () => ({ key: key(second), bytes: bytes(second) }));
      expect(await pair('v1/a', 'v1/b')).toMatchObject({ first: { kind: 'created' }, second: { kind: 'created' } });
      expect(await pair('v1/a', 'v1/c')).toEqual({ first: { kind: 'exists' }, second: null });
      expect(await pair('v1/d', 'v1/b')).toMatchObject({ first: { kind: 'created' }, second: { kind: 'exists' } });
      const unmade = store.createInTurn({ key: key('v1/e'), bytes: bytes('e') }, () => Promise.reject(new Error('no signature')));
      await expect(unmade).rejects.toThrow('no signature');
      expect((await list(store, 'v1/')).map((version) => version.key)).toEqual(['v1/a', 'v1/b', 'v1/d']);
      for (const name of ['v1/a', 'v1/b', 'v1/d'])
        expect(await store.read(key(name))).toMatchObject({ kind: 'found', bytes: bytes(name) });
    });

    it('gives at once, if it gives anything at once, what it gives later', async () => {
      const store = await open();
      await store.create(key('v1/x'), bytes('x'));
      for (const name of [key('v1/x'), key('v1/y')])
        expect(store.readNow?.(name) ?? (await store.read(name))).toEqual(await store.read(name));
    });

    it('lists what is under a prefix, also one that ends within a name', async () => {
      const store = await open();
      for (const name of ['v1/s/1/a', 'v1/s/12/a', 'v1/s/12/b', 'v1/s/2/a', 'v1/sa']) await store.create(key(name), bytes(name));
      const names = async (prefix: string): Promise<string[]> => (await list(store, prefix)).map((version) => version.key);
      expect(await names('v1/s/1')).toEqual(['v1/s/1/a', 'v1/s/12/a', 'v1/s/12/b']);
      expect(await names('v1/s/12/')).toEqual(['v1/s/12/a', 'v1/s/12/b']);
      expect(await names('v1/s/12/b')).toEqual(['v1/s/12/b']);
      expect(await names('v1/nothing/')).toEqual([]);
    });

    it('starts a listing strictly after the key it is given', async () => {
      const store = await open();
      const keys = Array.from({ length: 30 }, (_, seq) => `v1/s/1/${String(seq).padStart(16, '0')}`);
      for (const name of [...keys].reverse()) await store.create(key(name), bytes(name));
      for (const [index, after] of keys.entries()) {
        expect((await list(store, 'v1/s/1/', after)).map((version) => version.key)).toEqual(keys.slice(index + 1));
      }
      expect(await list(store, 'v1/s/1/', 'v1/s/1/')).toHaveLength(30);
      expect(await list(store, 'v1/s/1/', 'v1/s/2/')).toHaveLength(0);
      expect(await list(store, 'v1/', 'v1/s/1/0000000000000028~')).toHaveLength(1);
    });

    it('shows an object in the very next listing', async () => {
      const store = await open();
      for (let round = 0; round < 10; round++) {
        await store.create(key(`v1/s/${round}`), bytes('x'));
        expect(await list(store, 'v1/s/')).toHaveLength(round + 1);
      }
    });

    it('marks the only version of a key as data and as the newest', async () => {
      const store = await open();
      await store.create(key('v1/x'), bytes('12345'));
      const [listed, ...others] = await list(store, 'v1/');
      expect(others).toEqual([]);
      expect(listed).toMatchObject({ key: 'v1/x', kind: 'data', newest: true });
      expect([5, null]).toContain(listed?.size);
    });
  });
}
