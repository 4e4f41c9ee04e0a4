import type { Sha256 } from '../../canonical/digest.ts';
import { digestOfName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';
import type { Plan } from './plan.ts';

// Entries of the log, in RFC 8785 form: numbers, digests and stream ids need no escaping, and members stand in order. A statement about
// digests, never the evidence: an entry has at most 65,535 bytes, and stays when what it names has lapsed.

export interface SealedRecord {
  readonly stream: StreamId;
  /** Null: in no slot; the sealer adopted it. */
  readonly slot: number | null;
  /** Counted from 1, within the slot or among those that the plan adopts of its stream. */
  readonly position: number;
  readonly record: Sha256;
}

export const recordEntry = ({ stream, slot, position, record }: SealedRecord): Buffer =>
  Buffer.from(`{"position":${position},"record":"${record}","slot":${slot},"stream":"${stream}"}`, 'latin1');

/** A plan is the first entry of what it seals: so its notices are sealed too, and no two checkpoints have one size. */
export const planEntry = (n: number, digest: Sha256): Buffer => Buffer.from(`{"digest":"${digest}","plan":${n}}`, 'latin1');

/** The records that the slot of this number lists, in its order. */
export type RecordsOf = (stream: StreamId, seq: number) => Iterable<Sha256>;

/** Every entry of one plan, in the order of the log: the plan itself, then each stream's slots, then what was adopted of it. */
export function* entriesOfPlan(plan: Plan, digest: Sha256, recordsOf: RecordsOf): Iterable<Buffer> {
  yield planEntry(plan.n, digest);
  for (const sealed of recordsOfPlan(plan, recordsOf)) yield recordEntry(sealed);
}

export function* recordsOfPlan(plan: Plan, recordsOf: RecordsOf): Iterable<SealedRecord> {
  for (const { stream, from, to, adopted } of plan.streams) {
    for (let slot = from; slot <= to; slot++) yield* placed(stream, slot, recordsOf(stream, slot));
    yield* placed(stream, null, adopted.map(digestOfName));
  }
}

function* placed(stream: StreamId, slot: number | null, records: Iterable<Sha256>): Iterable<SealedRecord> {
  let position = 0;
  for (const record of records) {
    position += 1;
    yield { stream, slot, position, record };
  }
}

const ENTRY =
  /^\{"position":([1-9][0-9]{0,15}),"record":"(sha256:[0-9a-f]{64})","slot":(null|[1-9][0-9]{0,15}),"stream":"((?:0|[1-9][0-9]{0,19})(?:-pr)?)"\}$/;

/** Null for an entry that is no record. */
export function parseRecordEntry(bytes: Uint8Array): SealedRecord | null {
  const [, position, record, slot, stream] = ENTRY.exec(Buffer.from(bytes).toString('latin1')) ?? [];
  if (record === undefined || stream === undefined) return null;
  const sealed = { stream, slot: slot === 'null' ? null : Number(slot), position: Number(position), record } as SealedRecord;
  return recordEntry(sealed).equals(bytes) ? sealed : null;
}
