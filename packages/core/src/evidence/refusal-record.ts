import type { Statement } from '../canonical/statement.ts';
import { createRecord, type RecordDraft, type RecordSources } from './create-record.ts';
import type { EvidenceKind } from './kinds.ts';
import type { RecordRefused } from './record-refused.ts';

/** The record to write in place of one that was refused: it names kind and fields and nothing that stood in them. */
export function refusalRecord(refused: RecordRefused, draft: RecordDraft<EvidenceKind>, sources: RecordSources): Statement {
  const { system, facts, method, collector_id, collector_version } = draft.evidence;
  return createRecord(
    {
      kind: 'record.refused',
      subject: draft.subject,
      evidence: { system, facts, method, collector_id, collector_version, outcome: 'error' },
      details: {
        refused_kind: draft.kind,
        fields: refused.refusals.map(({ pointer, why }) => ({ pointer: pointer.split('/').slice(0, 13).join('/'), why })),
      },
    },
    sources,
  );
}
