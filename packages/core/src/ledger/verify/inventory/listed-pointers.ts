import type { ObjectStore } from '../../../ports/object-store.ts';
import { allPointersPrefix, parseKey, type PointerName } from '../../layout.ts';
import type { StreamId } from '../../stream-id.ts';
import type { Target } from '../inspect/inspector.ts';
import { enter, type StreamInventory } from './inventory.ts';

/** Where one stream alone is listed; with a whole ledger its pointers come by themselves. */
export async function enterPointers(store: ObjectStore, stream: StreamId, inventory: StreamInventory): Promise<void> {
  for await (const object of store.listVersions(allPointersPrefix(stream), { inAnyOrder: true }))
    enter(inventory, object, parseKey(object.key));
}

/**
 * The pointers and announcements of a stream, each with the version that counts: the earliest. Listed once more, and none is kept: a stream
 * may have several for each of a million records.
 */
export async function* listedPointers(store: ObjectStore, stream: StreamId): AsyncIterable<Target<PointerName>> {
  let last: Target<PointerName> | null = null; // versions of one name come one after the other, the earliest last
  for await (const { key, version, kind } of store.listVersions(allPointersPrefix(stream), { inAnyOrder: true })) {
    const parsed = kind === 'data' ? parseKey(key) : null;
    if (parsed?.kind !== 'pointer') continue;
    if (last !== null && last.name !== parsed.name) yield last;
    last = { name: parsed.name, version };
  }
  if (last !== null) yield last;
}
