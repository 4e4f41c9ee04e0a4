import { notRetainedText } from '../../controls/retention/not-retained-text.ts';
import type { CommonBlock } from '../common-block.ts';
import type { EvidenceKind } from '../kinds.ts';

type Kept =
  | { readonly kind: EvidenceKind; readonly evidence: Pick<CommonBlock, 'kept_by' | 'kept_days'> }
  | { readonly kind: 'unrecognised' };

/** What a record says about how long it stays; null where its ledger is no artifact of a run. */
export function keepingText(record: Kept): string | null {
  if (record.kind === 'unrecognised' || record.evidence.kept_by === 'ledger') return null;
  return notRetainedText(record.evidence.kept_days);
}
