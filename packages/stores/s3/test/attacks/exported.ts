import type { ObjectStore } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';

/** Every object of a store but those named, as somebody hands a ledger over. */
export async function exported(store: ObjectStore, without: readonly string[]): Promise<MemoryStore> {
  const copy = new MemoryStore();
  for await (const { key } of store.listVersions('v1/')) {
    const answer = await store.read(key);
    if (answer.kind === 'found' && !without.includes(key)) await copy.create(key, answer.bytes);
  }
  return copy;
}
