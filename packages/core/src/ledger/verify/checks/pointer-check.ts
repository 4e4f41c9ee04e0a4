import type { Sha256 } from '../../../canonical/digest.ts';
import { inBatchesAsListed } from '../../../concurrency/in-batches.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import { namedPointerKey, recordOfPointer, type PointerName } from '../../layout.ts';
import type { Pointer } from '../../stored/pointer.ts';
import type { StreamId } from '../../stream-id.ts';
import { finding, type Finding, type FindingDetail } from '../finding.ts';
import type { InspectionOf, Inspector, PointerInspection, Target } from '../inspect/inspector.ts';
import type { StreamInventory } from '../inventory/inventory.ts';
import { listedPointers } from '../inventory/listed-pointers.ts';
import type { Walked } from './walked.ts';

export interface PointerTask {
  readonly stream: StreamId;
  readonly inventory: StreamInventory;
  readonly inspector: Inspector;
  /** Lists them once more. */
  readonly kept: ObjectStore;
  readonly onChecked: (objects: number) => void;
}

export interface CheckedPointers {
  /** Announcements too. */
  readonly pointers: number;
  readonly findings: readonly Finding[];
}

type Points = Extract<PointerInspection, { readonly state: 'points' }>;
type Seen = readonly [Target<PointerName>, PointerInspection];
/** Slots behind the last that was followed, as they are now. */
type LaterSlots = ReadonlyMap<number, InspectionOf<'slot'>>;

/**
 * Checks every pointer of a stream whose slots were followed: its name and the stream say which bytes it has. A look-up believes none of
 * them all the same. That a record is about the commit or digest under which it is pointed at is for the look-up, which reads it.
 */
export async function checkPointers(task: PointerTask, walked: Walked): Promise<CheckedPointers> {
  const { stream, inventory, inspector, kept, onChecked } = task;
  if (inventory.pointers.count === 0) return { pointers: 0, findings: [] };
  const findings: Finding[] = [];
  let pointers = 0;
  const inspect = (some: readonly Target<PointerName>[]) => inspector.inspect('pointer', stream, some);
  for await (const batch of inBatchesAsListed(listedPointers(kept, stream), inspect)) {
    const later = await laterSlots(task, walked, batch);
    for (const [{ name }, inspection] of batch) {
      const problem = problemOf(name, inspection, inventory, walked, later);
      if (problem !== null) findings.push(finding({ ...problem, stream, key: namedPointerKey(stream, name) }));
    }
    pointers += batch.length;
    onChecked(batch.length);
  }
  return { pointers, findings };
}

/** Writers do not wait for a verifier: what they put in order since the stream was followed is read by its number. */
async function laterSlots({ stream, inspector }: PointerTask, { newest }: Walked, batch: readonly Seen[]): Promise<LaterSlots> {
  const named = batch.flatMap(([, one]) => (one.state === 'points' && one.pointer.slot > newest ? [one.pointer.slot] : []));
  const slots = [...new Set(named)].map((name) => ({ name, version: null }));
  if (slots.length === 0) return new Map();
  const inspections = await inspector.inspect('slot', stream, slots);
  return new Map(inspections.map((one, index) => [slots[index]?.name ?? 0, one]));
}

type Problem = Pick<FindingDetail, 'kind' | 'code' | 'detail' | 'found'>;

function problemOf(
  name: PointerName,
  inspection: PointerInspection,
  { records }: StreamInventory,
  walked: Walked,
  later: LaterSlots,
): Problem | null {
  switch (inspection.state) {
    case 'points':
      return misplaced(inspection, walked, later.get(inspection.pointer.slot));
    case 'announces':
      return records.holds(recordOfPointer(name)) ? null : NO_RECORD;
    case 'altered':
      return altered('Its bytes are not those that belong under its name.', inspection.digest);
    case 'unreadable':
      return { kind: 'unreadable', code: 'pointer/unreadable', detail: `It cannot be read: ${inspection.why}.` };
    case 'hidden':
    case 'absent':
      return { kind: 'missing', code: 'pointer/missing', detail: `The listing names it, and ${inspection.why}.` };
  }
}

/** What a crash leaves behind whose writer had announced a record and not stored it yet. */
const NO_RECORD: Problem = {
  kind: 'pending',
  code: 'pointer/no-record',
  detail: 'It announces a record that was not there when the ledger was listed: its writer died in between, or is at it.',
};

const altered = (detail: string, found: Sha256): Problem => ({ kind: 'altered', code: 'pointer/altered', detail, found });

function misplaced({ pointer, digest }: Points, walked: Walked, later: InspectionOf<'slot'> | undefined): Problem | null {
  if (walked.holds(pointer)) return null;
  if (later !== undefined) return notThere(pointer, digest, later);
  if (walked.mayHaveHeld(pointer)) return null;
  return altered(`Slot ${pointer.slot} has another digest, or does not hold the record at that position.`, digest);
}

function notThere({ record, slot, position, slot_digest }: Pointer, digest: Sha256, there: InspectionOf<'slot'>): Problem | null {
  switch (there.state) {
    case 'read': {
      const isRight = there.digest === slot_digest && there.entries[position - 1] === record;
      return isRight ? null : altered(`Slot ${slot} has another digest, or does not hold the record at that position.`, digest);
    }
    case 'unreadable':
      return {
        kind: 'unreadable',
        code: 'pointer/unreadable',
        detail: `Slot ${slot}, which it names, cannot be read: ${there.why}.`,
      };
    default:
      return altered(`There is no slot ${slot}, which it names: it was taken away, or the pointer was altered.`, digest);
  }
}
