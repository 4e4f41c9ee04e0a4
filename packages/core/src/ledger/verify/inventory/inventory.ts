import type { ObjectKey, ObjectStore, ObjectVersion, VersionId } from '../../../ports/object-store.ts';
import type { Sha256 } from '../../../canonical/digest.ts';
import { finding, type Finding } from '../finding.ts';
import type { Target } from '../inspect/inspector.ts';
import {
  blobsPrefix,
  LEDGER_PREFIX,
  parseKey,
  platformPrefix,
  recordsPrefix,
  SEALS_PREFIX,
  slotsPrefix,
  type BlobName,
  type ParsedKey,
} from '../../layout.ts';
import { ListedSlots } from './listed-slots.ts';
import type { RecordTable } from './record-table.ts';
import type { StreamId } from '../../stream-id.ts';
import { StreamRecords } from './stream-records.ts';

/** What lies in a stream, by name, with the version that counts: the earliest (attack 1). */
export interface StreamInventory {
  readonly slots: ListedSlots;
  readonly records: StreamRecords;
  readonly blobs: Map<BlobName, VersionId | null>;
  /** Receipts of the platform, by the record that they are for. */
  readonly platform: Map<Sha256, VersionId | null>;
  /** The newest one entered: versions of one key come one after the other, and nobody asks for more than that. */
  readonly countersignatures: { last: ObjectKey | null };
  /** The same, and how many there are: they are listed again when they are read, since there may be more of them than records. */
  readonly pointers: { last: ObjectKey | null; count: number };
  /** Hidden objects, second versions, names that nobody of ours writes. */
  readonly findings: Finding[];
}

/**
 * Lists a ledger, or one stream of it, by versions. Names outside any stream are listed under the stream ''. What belongs to seals is
 * handed to `onSeal`, in order.
 */
export async function takeInventory(
  store: ObjectStore,
  only: StreamId | null,
  table: RecordTable,
  onSeal: (object: ObjectVersion) => void = () => undefined,
): Promise<Map<StreamId | '', StreamInventory>> {
  const streams = new Map<StreamId | '', StreamInventory>();
  const seals: ObjectVersion[] = [];
  const prefixes =
    only === null ? [LEDGER_PREFIX] : [recordsPrefix(only), slotsPrefix(only), blobsPrefix(only), platformPrefix(only)];
  for (const prefix of prefixes) {
    for await (const object of store.listVersions(prefix, { inAnyOrder: true })) {
      if (object.key.startsWith(SEALS_PREFIX)) {
        seals.push(object);
        continue;
      }
      const parsed = parseKey(object.key);
      const stream = parsed?.stream ?? '';
      const inventory = streams.get(stream) ?? emptyInventory(table);
      streams.set(stream, inventory);
      enter(inventory, object, parsed);
    }
  }
  for (const seal of seals.sort(byKey)) onSeal(seal);
  for (const { findings } of streams.values()) findings.sort(byKey);
  return streams;
}

/** Versions of one key stay as they came: newest first. */
const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key === b.key ? 0 : a.key < b.key ? -1 : 1;

export function emptyInventory(table: RecordTable): StreamInventory {
  return {
    slots: new ListedSlots(),
    records: new StreamRecords(table),
    blobs: new Map(),
    platform: new Map(),
    countersignatures: { last: null },
    pointers: { last: null, count: 0 },
    findings: [],
  };
}

export function enter(inventory: StreamInventory, object: ObjectVersion, parsed: ParsedKey | null): void {
  const { key, kind, newest } = object;
  if (parsed === null) {
    const detail = 'A name that no part of Proofrail writes.';
    inventory.findings.push(finding({ kind: 'extra', code: 'object/unknown', stream: '', key, detail }));
    return;
  }
  const place = { stream: parsed.stream, key, slot: parsed.kind === 'slot' ? parsed.seq : null };
  if (kind === 'marker') {
    const detail = 'A delete marker lies on the object; its bytes are still there underneath.';
    inventory.findings.push(finding({ kind: 'hidden', code: `${parsed.kind}/marker`, ...place, detail }));
    return;
  }
  if (!newest && isKnown(inventory, parsed, key)) {
    const detail = 'There is more than one version; the earliest counts.';
    inventory.findings.push(finding({ kind: 'extra', code: `${parsed.kind}/second-version`, ...place, detail }));
  }
  // Versions come newest first, so that the earliest is the last to be entered.
  set(inventory, parsed, object);
}

function isKnown(inventory: StreamInventory, parsed: ParsedKey, key: ObjectKey): boolean {
  switch (parsed.kind) {
    case 'slot':
      return inventory.slots.has(parsed.seq);
    case 'record':
      return inventory.records.isListed(parsed.name);
    case 'blob':
      return inventory.blobs.has(parsed.name);
    case 'platform':
      return inventory.platform.has(parsed.record);
    case 'countersignature':
      return inventory.countersignatures.last === key;
    case 'pointer':
      return inventory.pointers.last === key;
  }
}

function set(inventory: StreamInventory, parsed: ParsedKey, { key, version }: ObjectVersion): void {
  switch (parsed.kind) {
    case 'slot':
      inventory.slots.enter(parsed.seq, version);
      return;
    case 'record':
      inventory.records.list(parsed.name, version);
      return;
    case 'blob':
      inventory.blobs.set(parsed.name, version);
      return;
    case 'platform':
      inventory.platform.set(parsed.record, version);
      return;
    case 'countersignature':
      inventory.countersignatures.last = key;
      return;
    case 'pointer':
      inventory.pointers.count += inventory.pointers.last === key ? 0 : 1;
      inventory.pointers.last = key;
  }
}

/** In the order in which they were entered. */
export function* targetsOf<Name>(objects: ReadonlyMap<Name, VersionId | null>): Iterable<Target<Name>> {
  for (const [name, version] of objects) yield { name, version };
}
