import type { EvidenceRecord } from '../evidence/index.ts';
import { pointerSubject, type PointerSubject } from '../ledger/layout.ts';

/**
 * Under what a record is to be found by whoever asks "was this digest allowed": a bill of materials under the digest of its artifact, a
 * decision under the commits that it is about.
 */
export function pointedFrom(record: EvidenceRecord): readonly PointerSubject[] {
  const subjects = wordsOf(record).map((word) => (word === null ? null : pointerSubject(word)));
  return [...new Set(subjects.filter((subject) => subject !== null))];
}

function wordsOf(record: EvidenceRecord): readonly (string | null)[] {
  if (record.kind === 'sbom') return [record.details.artifact];
  if (record.kind === 'policy.decision') return [record.details.subject.head, record.details.subject.landed];
  return [];
}
