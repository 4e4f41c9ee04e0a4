import type { ObjectStore } from '../../ports/object-store.ts';
import { takeInventory } from '../verify/inventory/inventory.ts';
import { RecordTable } from '../verify/inventory/record-table.ts';
import type { StreamId } from '../stream-id.ts';

/** Every stream that a ledger holds anything of, in ascending order. */
export async function ledgerStreams(store: ObjectStore): Promise<StreamId[]> {
  const found = [...(await takeInventory(store, null, new RecordTable())).keys()];
  return found.filter((stream): stream is StreamId => stream !== '').sort();
}
