import type { ObjectStore, ObjectVersion } from '../../../ports/object-store.ts';
import { emptyInventory, enter, takeInventory, type StreamInventory } from './inventory.ts';
import { beforeTime, FIRST_SLOT, parseKey, recordsPrefix, SEALS_PREFIX, slotKey, slotsPrefix, timeOfName } from '../../layout.ts';
import { RecordTable } from './record-table.ts';
import type { StreamId } from '../../stream-id.ts';
import type { StreamStart } from './stream-start.ts';

/**
 * What came to a ledger since every stream stood where `starts` says: slots from the newest known one on, records from its floor on. Of
 * streams that are not among them everything. Attachments and receipts of the platform are read where records name them.
 */
export async function takeInventorySince(
  store: ObjectStore,
  starts: ReadonlyMap<StreamId, StreamStart>,
  newStreams: readonly StreamId[],
  table: RecordTable,
  onSeal: (object: ObjectVersion) => void,
): Promise<Map<StreamId, StreamInventory>> {
  const inventories = new Map<StreamId, StreamInventory>();
  for (const [stream, start] of starts) inventories.set(stream, await inventorySince(store, stream, start, table));
  for (const stream of newStreams) {
    const whole = await takeInventory(store, stream, table);
    inventories.set(stream, whole.get(stream) ?? emptyInventory(table));
  }
  for await (const object of store.listVersions(SEALS_PREFIX)) onSeal(object);
  return inventories;
}

async function inventorySince(
  store: ObjectStore,
  stream: StreamId,
  start: StreamStart,
  table: RecordTable,
): Promise<StreamInventory> {
  const inventory = emptyInventory(table);
  const covered = emptyInventory(new RecordTable()); // looked at for what lies on it; its bytes were verified
  const committed = new Set<string>(start.committed);
  const beforeHead = start.seq <= FIRST_SLOT ? {} : { after: slotKey(stream, start.seq - 1) };
  const beforeFloor = { after: beforeTime(stream, timeOfName(start.floor)) };
  for (const [prefix, after] of [
    [slotsPrefix(stream), beforeHead],
    [recordsPrefix(stream), beforeFloor],
  ] as const) {
    for await (const object of store.listVersions(prefix, after)) {
      const parsed = parseKey(object.key);
      const isCovered =
        (parsed?.kind === 'slot' && parsed.seq === start.seq) ||
        (parsed?.kind === 'record' && (parsed.name < start.floor || committed.has(parsed.name)));
      enter(isCovered ? covered : inventory, object, parsed);
    }
  }
  for (const finding of covered.findings) inventory.findings.push(finding);
  return inventory;
}
