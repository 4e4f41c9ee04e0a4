import { takeInventorySince } from '../ledger/verify/inventory/inventory-since.ts';
import { emptyInventory, takeInventory, type StreamInventory } from '../ledger/verify/inventory/inventory.ts';
import { enterPointers } from '../ledger/verify/inventory/listed-pointers.ts';
import { RecordTable } from '../ledger/verify/inventory/record-table.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Every stream that is there or that somebody vouches for: one that vanished whole is checked too. */
export async function takeInventories(
  store: ObjectStore,
  { stream, trust, since, receipts = [] }: VerifyOptions,
  onSeal: (object: ObjectVersion) => void,
): Promise<Map<string, StreamInventory>> {
  const table = new RecordTable();
  if (since !== undefined) return takeInventorySince(store, since.starts, since.newStreams, table, onSeal);
  const inventories = new Map<string, StreamInventory>(await takeInventory(store, stream ?? null, table, onSeal));
  const pinned = Object.keys(trust?.streams ?? {}).filter((id) => stream === undefined || id === stream);
  for (const id of pinned) if (!inventories.has(id)) inventories.set(id, emptyInventory(table));
  for (const { stream: id } of receipts) {
    if (inventories.has(id)) continue;
    inventories.set(id, (await takeInventory(store, id, table)).get(id) ?? emptyInventory(table));
  }
  if (stream !== undefined)
    await enterAllPointers(store, new Set([stream, ...receipts.map((receipt) => receipt.stream)]), inventories, table);
  return inventories;
}

async function enterAllPointers(
  store: ObjectStore,
  streams: ReadonlySet<StreamId>,
  inventories: Map<string, StreamInventory>,
  table: RecordTable,
): Promise<void> {
  for (const stream of streams) {
    const inventory = inventories.get(stream) ?? emptyInventory(table);
    await enterPointers(store, stream, inventory);
    if (inventory.pointers.count + inventory.findings.length > 0) inventories.set(stream, inventory);
  }
}
