import { parseEnvelope, parseStatement, type Statement } from '@proofrail/core/canonical';
import { controlFacts, recordOf, type ControlFact } from '@proofrail/core/evidence';
import type { Answer, Page } from '../answer.ts';
import type { ShowRecordOptions } from './declare-record.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { jsonText } from '../terminal/json-text.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import { findRecord } from './find-record.ts';

/** What one record claims. Its signature is not judged here, and the answer says so. */
export async function showRecord(name: string, asked: ShowRecordOptions, session: Session): Promise<Answer> {
  const { as, ledger, ...access } = await withRole(asked, session);
  const { bytes, digest, at } = await findRecord(name, ledger, access);
  const { payload, signatures } = parseEnvelope(bytes, at);
  const statement = parseStatement(payload, at);
  const about = { record: digest, at, signed_by: signatures.map(({ keyId }) => keyId), verified: false };
  if (as === 'control-facts') {
    const record = recordOf(statement, at);
    const facts = controlFacts(record);
    const given = record.kind !== 'unrecognised' && record.evidence.facts === 'given';
    return {
      outcome: 'allow',
      json: { ...about, facts: given ? 'given' : 'read', control_facts: facts },
      text: (page) => factsText(facts, given, page),
    };
  }
  return {
    outcome: 'allow',
    json: { ...about, statement },
    text: ({ style }) => `${style.quiet(head(about))}\n\n${jsonText(statement satisfies Statement)}`,
  };
}

const head = ({ record, at }: { readonly record: string; readonly at: string }): string =>
  `${record}\n${shown(at)}\nnot verified here: "proofrail verify" says who signed it`;

function factsText(facts: readonly ControlFact[], given: boolean, { style, columns }: Page): string {
  const names = ['control_id', 'commit', 'approvals', 'artifact_digest', 'pipeline_run', 'timestamp'].map((text) => ({
    text,
    look: style.quiet,
  }));
  const rows = facts.map((fact) =>
    [fact.control_id, fact.commit, fact.approvals.join(' ') || null, fact.artifact_digest, fact.pipeline_run, fact.timestamp].map(
      (value) => shown(value ?? 'none'),
    ),
  );
  const body =
    facts.length === 0
      ? 'this record was made for no control'
      : table([names, ...rows], columns === undefined ? {} : { columns });
  return given ? `${body}\n\nfacts given, not read` : body;
}
