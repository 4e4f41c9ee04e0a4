import type { EvidenceRecord } from '../evidence-record.ts';

/** Whether the platform vouches for a record, in a few words. Said in both cases: a silence would look like a yes. */
export function platformText(record: EvidenceRecord): string {
  const vouched = record.kind !== 'unrecognised' && record.evidence.platform_receipt === 'oidc';
  return vouched ? 'by key and by the platform, which names this run' : 'by key alone: the job has no id-token permission';
}
