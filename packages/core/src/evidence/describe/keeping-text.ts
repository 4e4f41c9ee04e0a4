import { notRetainedText } from '../../controls/retention/not-retained-text.ts';
import type { EvidenceRecord } from '../evidence-record.ts';

/** What a record says about how long it stays; null where its ledger is no artifact of a run. */
export function keepingText(record: EvidenceRecord): string | null {
  if (record.kind === 'unrecognised' || record.evidence.kept_by === 'ledger') return null;
  return notRetainedText(record.evidence.kept_days);
}
