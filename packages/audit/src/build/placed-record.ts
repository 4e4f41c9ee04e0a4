import type { EvidenceRecord } from '@proofrail/core/evidence';
import { recordKey, type LedgerRecord } from '@proofrail/core/ledger';
import type { Sha256 } from '@proofrail/core/canonical';
import type { Proof } from '../proof-model.ts';
import type { EvidenceRow } from '../report-model.ts';
import { authorshipOf } from './authorship.ts';
import { reportedRecord, type ReportedRecord } from './reported-record.ts';

/** A record that verified, as far as a page says something of it, and the digest of the slot that gives it its place. */
export interface PlacedRecord {
  readonly placed: PlacedBytes;
  readonly record: ReportedRecord;
  readonly slotDigest: Sha256 | null;
}

/** Where it lies and who stands behind it, without its bytes. */
type PlacedBytes = Omit<LedgerRecord, 'envelope' | 'statement'>;

export function placedRecord(ledgerRecord: LedgerRecord, record: EvidenceRecord, slotDigest: Sha256 | null): PlacedRecord {
  const { stream, slot, position, name, storedAt, digest, signedBy, byRunKey, platform } = ledgerRecord;
  const placed = { stream, slot, position, name, storedAt, digest, signedBy, byRunKey, platform };
  return { placed, record: reportedRecord(record), slotDigest };
}

export type RecordOf<Kind extends EvidenceRecord['kind']> = PlacedRecord & {
  readonly record: Extract<ReportedRecord, { kind: Kind }>;
};

export function isKind<Kind extends EvidenceRecord['kind']>(kind: Kind): (entry: PlacedRecord) => entry is RecordOf<Kind> {
  return (entry): entry is RecordOf<Kind> => entry.record.kind === kind;
}

type TimedRecord = { readonly placed: Pick<LedgerRecord, 'storedAt'>; readonly record: ReportedRecord };

/** When it happened, in UTC milliseconds; for a record that this version cannot read, when it was stored. */
export function timeOf({ placed, record }: TimedRecord): number {
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
