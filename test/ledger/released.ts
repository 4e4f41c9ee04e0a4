import type { ObjectKey } from '@proofrail/core/ports';
import { MemoryStore } from '@proofrail/store-memory';
import { releasesOn } from './releases.ts';

const pointersOf = (store: MemoryStore): ObjectKey[] => store.keys().filter((key) => key.startsWith('v1/by/'));

/** An allowed image: two records with a pointer each, and an announcement for each pointer. */
export async function released() {
  const store = new MemoryStore();
  const releases = releasesOn(store);
  const decision = await releases.decide('allow');
  const link = await releases.archive();
  return { store, ...releases, decision, link, pointers: pointersOf(store) };
}
