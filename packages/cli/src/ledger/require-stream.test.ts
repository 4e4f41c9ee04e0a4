import { describe, expect, it } from '@jest/globals';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { requireStream } from './require-stream.ts';

const NOTHING = { outcome: 'invalid', streams: [] } as const;

async function storeOf(...streams: readonly number[]): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const stream of streams) await store.create(`v1/segments/${stream}/0000000000000001` as ObjectKey, new Uint8Array([1]));
  return store;
}

describe('a stream that is not there', () => {
  it('is answered with those that are, up to five by name', async () => {
    const asked = async (...streams: number[]) => requireStream(await storeOf(...streams), '999', NOTHING);
    await expect(asked(1, 2)).rejects.toMatchObject({ code: 'ledger/no-stream', expected: 'a stream that is there: 1, 2' });
    await expect(asked(1, 2, 3, 4, 5, 6, 7)).rejects.toMatchObject({
      expected: expect.stringMatching(/: 1, 2, 3, 4, 5 and 2 more$/),
    });
  });

  it('is nothing to complain about where it was looked at, where nothing lies at all, or where worse was found', async () => {
    const store = await storeOf(1, 2);
    await requireStream(store, undefined, NOTHING);
    await requireStream(store, '1', NOTHING); // no decisions in it
    await requireStream(store, '999', { outcome: 'tampered', streams: [{ stream: '999' }] }); // pinned, and gone
    await requireStream(store, '999', { outcome: 'unavailable', streams: [] });
    await requireStream(new MemoryStore(), '999', NOTHING);
  });

  it('is not looked for by a role that may not list others', async () => {
    const refuse = (): never => {
      throw new UnavailableError('store/denied', { expected: '', found: '', at: '', doThis: '' });
    };
    await requireStream(Object.assign(await storeOf(1), { commonPrefixes: refuse }), '999', NOTHING);
  });
});
