import * as v from 'valibot';
import type { JsonObject, JsonValue } from '../canonical/json-value.ts';
import type { Statement } from '../canonical/statement.ts';
import { explainIssue } from '../documents/explain-issue.ts';
import { EngineError } from '../outcomes/index.ts';
import { EVIDENCE_KINDS, KINDS, type EvidenceKind } from './kinds.ts';
import { lintRecord } from './lint/lint-record.ts';
import { RecordRefused } from './record-refused.ts';

export function kindOf(predicateType: string): EvidenceKind | null {
  return EVIDENCE_KINDS.find((kind) => KINDS[kind].predicateType === predicateType) ?? null;
}

/**
 * Whether a Statement may be signed as a record: first that it holds nothing that must not stay, then that it holds exactly the fields
 * of its kind.
 *
 * @throws RecordRefused (exit 3)
 * @throws EngineError `evidence/...` for a field that its kind does not allow: the caller's fault, not the user's
 */
export function checkRecord(statement: Statement): void {
  const kind = kindOf(statement.predicateType);
  const refusals = lintRecord(statement as unknown as JsonObject as JsonValue);
  if (refusals.length > 0) throw new RecordRefused(kind ?? 'unknown', refusals);
  if (kind === null)
    throw fault('unknown-kind', `one of ${EVIDENCE_KINDS.join(', ')}`, 'another predicate type', '/predicateType');
  const checked = v.safeParse(KINDS[kind].written, statement.predicate);
  if (!checked.success) {
    const { problem, expected, found, pointer } = explainIssue(checked.issues[0]);
    throw fault(problem, expected, found, `${kind}#/predicate${pointer}`);
  }
}

function fault(problem: string, expected: string, found: string, at: string): EngineError {
  return new EngineError(`evidence/${problem}`, {
    expected,
    found,
    at,
    doThis: 'This is a fault of Proofrail: please report it.',
  });
}
