import type { EvidenceRecord } from '@proofrail/core/evidence';
import { recordKey, type LedgerRecord } from '@proofrail/core/ledger';
import type { Sha256 } from '@proofrail/core/canonical';
import type { Proof } from '../proof-model.ts';
import type { EvidenceRow } from '../report-model.ts';
import { authorshipOf } from './authorship.ts';

/** A record that verified, what it says, and the digest of the slot that gives it its place. */
export interface PlacedRecord {
  readonly placed: LedgerRecord;
  readonly record: EvidenceRecord;
  readonly slotDigest: Sha256 | null;
}

export type RecordOf<Kind extends EvidenceRecord['kind']> = PlacedRecord & {
  readonly record: Extract<EvidenceRecord, { kind: Kind }>;
};

export function isKind<Kind extends EvidenceRecord['kind']>(kind: Kind): (entry: PlacedRecord) => entry is RecordOf<Kind> {
  return (entry): entry is RecordOf<Kind> => entry.record.kind === kind;
}

/** When it happened, in UTC milliseconds; for a record that this version cannot read, when it was stored. */
export function timeOf({ placed, record }: PlacedRecord): number {
  return record.kind === 'unrecognised' ? placed.storedAt : Date.parse(record.evidence.event_time);
}

export function proofOf({ placed, slotDigest }: PlacedRecord): Proof {
  const { stream, name, digest, slot, position } = placed;
  const { signature, platform } = authorshipOf(placed);
  return { record: digest, key: recordKey(stream, name), stream, slot, position, slotDigest, signature, platform };
}

export function evidenceRow(entry: PlacedRecord): EvidenceRow {
  const { record } = entry;
  if (record.kind === 'unrecognised')
    return { kind: `not recognised: ${record.predicateType}`, at: timeOf(entry), outcome: null, proof: proofOf(entry) };
  return { kind: record.kind, at: timeOf(entry), outcome: OUTCOMES[record.evidence.outcome], proof: proofOf(entry) };
}

const OUTCOMES = {
  pass: 'passed',
  fail: 'failed',
  error: 'ended in an error',
  skipped: 'skipped',
  bypassed: 'bypassed',
  n_a: 'nothing was judged',
} as const;
