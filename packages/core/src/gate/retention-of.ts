import { checkRetention, type Configuration, type Retention } from '../controls/index.ts';
import type { EvidenceRecord } from '../evidence/index.ts';
import type { Keeping } from '../ports/index.ts';
import type { WrittenRecord } from './evidence-log.ts';

/**
 * Whether the ledger keeps a record as long as the registry asks. `writtenAt`: UTC milliseconds. No store of this version reports a lock
 * of its own: what a lock promises is read back with S3.
 */
export function retentionOf(
  { retentionYears: years }: Pick<Configuration, 'retentionYears'>,
  { receipt, record }: WrittenRecord,
  writtenAt: number,
): Retention {
  return checkRetention({ years, writtenAt, assurance: receipt.assurance, lockedUntil: null, keeping: keepingIn(record) });
}

const keepingIn = (record: EvidenceRecord): Keeping =>
  record.kind === 'unrecognised' || record.evidence.kept_by === 'ledger'
    ? { by: 'ledger' }
    : { by: 'artifact', days: record.evidence.kept_days };
