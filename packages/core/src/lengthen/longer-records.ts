import { inBatches } from '../concurrency/in-batches.ts';
import type { RecordName } from '../ledger/layout.ts';
import type { AcknowledgedFinding } from '../ledger/stored/acknowledgement.ts';
import type { StreamId } from '../ledger/stream-id.ts';
import { Vouching } from '../ledger/trust/vouching.ts';
import type { TrustFile } from '../ledger/trust/trust-file.ts';
import { ChainCheck } from '../ledger/verify/checks/chain-check.ts';
import { longerLock, type DaysByKind } from '../ledger/verify/checks/longer-lock.ts';
import { RecordCheck } from '../ledger/verify/checks/record-check.ts';
import type { Finding } from '../ledger/verify/finding.ts';
import { inspectorOf } from '../ledger/verify/inspect/inspector-of.ts';
import type { RecordInspection, RightRecord } from '../ledger/verify/inspect/inspector.ts';
import { emptyInventory, takeInventory } from '../ledger/verify/inventory/inventory.ts';
import { RecordTable } from '../ledger/verify/inventory/record-table.ts';
import type { SealTimes } from '../ledger/verify/seal-times.ts';
import type { ObjectKey, ObjectStore } from '../ports/object-store.ts';
import type { WantedLock } from './wanted-lock.ts';

/** A record that verifies and whose kind is kept longer. */
export interface LongerRecord extends WantedLock {
  readonly stream: StreamId;
  readonly name: RecordName;
  /** Null: no slot holds it, or not yet. */
  readonly slot: number | null;
  /** The document in the ledger that it names. */
  readonly blob: ObjectKey | null;
}

export interface LongerRecords {
  readonly records: readonly LongerRecord[];
  readonly findings: readonly Finding[];
  readonly acknowledgements: readonly AcknowledgedFinding[];
}

export interface RecordsToRead {
  readonly store: ObjectStore;
  /** Without it any signature counts. */
  readonly trust?: TrustFile;
  readonly attachments?: ObjectStore;
  readonly days: DaysByKind;
  readonly onRead: (records: number) => void;
}

/** Reads a stream as a verifier does, by the version of each object that counts: what does not verify is no evidence, and not kept longer. */
export async function longerRecords(
  { store, trust, attachments, days, onRead }: RecordsToRead,
  stream: StreamId,
): Promise<LongerRecords> {
  const table = new RecordTable();
  const inventory = (await takeInventory(store, stream, table)).get(stream) ?? emptyInventory(table);
  const vouching = trust === undefined ? null : new Vouching(trust, store, attachments ?? null);
  const inspector = inspectorOf(store, vouching, { kinds: Object.keys(days) });
  const chain = new ChainCheck(stream, inventory.records, { sealed: IN_TIME });
  await chain.finish(inspector, inventory.slots);
  const check = new RecordCheck(stream, inventory, IN_TIME);
  const records: LongerRecord[] = [];
  for await (const batch of inBatches(inventory.records.targets(), (some) => inspector.inspect('record', stream, some))) {
    for (const [{ name }, inspection] of batch) {
      check.visit(name, inspection);
      const right = rightIn(inspection);
      const longer = right === null ? null : longerLock(right, days);
      if (right === null || longer === null) continue;
      const { kind, until } = longer.asked;
      records.push({ kind, until, stream, name, slot: inventory.records.placeOf(name)?.slot ?? null, blob: right.blob });
    }
    onRead(batch.length);
  }
  const findings = [...inventory.findings, ...chain.findings, ...check.findings];
  return { records, findings, acknowledgements: check.acknowledgements };
}

/** What counts if it was sealed before its key was stolen is taken for sealed in time: keeping too much loses nothing. */
const IN_TIME: SealTimes = { sealedBy: () => 0 };

function rightIn(inspection: RecordInspection): RightRecord | null {
  if (inspection.state === 'right') return inspection;
  return inspection.state === 'unsigned' ? (inspection.ifSealed?.record ?? null) : null;
}
