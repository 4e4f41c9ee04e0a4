import { describe, expect, it } from '@jest/globals';
import {
  append,
  listStreams,
  putBlob,
  recordKey,
  slotKey,
  store as storeOnly,
  StoreAround,
  type StreamId,
} from '@proofrail/core/ledger';
import type { ListOptions, ObjectStore } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { fill, ledgerOn, record, testSigner } from './small-ledger.ts';

const signer = testSigner();

/** Counts objects that listings give out. */
class CountedListing extends StoreAround {
  listed = 0;

  override async *listVersions(prefix: string, options?: ListOptions) {
    for await (const object of super.listVersions(prefix, options)) {
      this.listed += 1;
      yield object;
    }
  }
}

describe('the streams of a ledger', () => {
  it('are those that hold a record or a slot, of pull requests too, in ascending order', async () => {
    const store = new MemoryStore();
    expect(await listStreams(store)).toEqual([]);
    const ledger = ledgerOn(store, signer);
    await fill(ledger, 2, '7' as StreamId);
    await fill(ledger, 1, '7-pr' as StreamId);
    await storeOnly(ledger, '10' as StreamId, await record('waits for its slot', signer));
    const { slot, record_name } = await append(ledger, '11' as StreamId, await record('gone', signer));
    store.remove(recordKey('11' as StreamId, record_name));
    expect(slot).toBe(1);
    const hidden = await append(ledger, '12' as StreamId, await record('hidden', signer));
    for (const key of [recordKey('12' as StreamId, hidden.record_name), slotKey('12' as StreamId, 1)]) store.hide(key);
    await putBlob(ledger, '13' as StreamId, Buffer.from('of a writer that died before its first record'));
    expect(await listStreams(store)).toEqual(['10', '11', '12', '7', '7-pr']);
  });

  it('are found by a look at each, however much lies in it', async () => {
    const store = new MemoryStore();
    await fill(ledgerOn(store, signer), 40, '7' as StreamId);
    const counted = new CountedListing(store);
    expect(await listStreams(counted)).toEqual(['7']);
    expect(counted.listed).toBe(2);
  });

  it('are asked of a folder at once, through whatever lies around it', async () => {
    const folder: ObjectStore = Object.assign(new MemoryStore(), { commonPrefixes: (prefix: string) => [`${prefix}7/`] });
    const counted = new CountedListing(folder);
    expect(await listStreams(counted)).toEqual(['7']);
    expect(counted.listed).toBe(0);
  });
});
