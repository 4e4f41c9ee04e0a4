import { checkRetention, type Retention } from '../controls/index.ts';
import type { EvidenceRecord } from '../evidence/index.ts';
import type { Keeping } from '../ports/keeping.ts';
import type { WrittenRecord } from './evidence-log.ts';
import type { Judgement } from './judge-change.ts';

/**
 * Whether the evidence of a decision stays as long as the registry asks. A lock counts as read back
 * from the store, not as promised.
 *
 * @param writtenAt UTC milliseconds
 */
export function retentionOf({ configuration }: Judgement, { receipt, record }: WrittenRecord, writtenAt: number): Retention {
  return checkRetention({
    years: configuration.retentionYears,
    writtenAt,
    assurance: receipt.assurance,
    lockedUntil: receipt.locked_until === undefined ? null : Date.parse(receipt.locked_until),
    keeping: keepingIn(record),
  });
}

const keepingIn = (record: EvidenceRecord): Keeping =>
  record.kind === 'unrecognised' || record.evidence.kept_by === 'ledger'
    ? { by: 'ledger' }
    : { by: 'artifact', days: record.evidence.kept_days };
