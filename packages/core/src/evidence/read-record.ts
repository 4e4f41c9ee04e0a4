import * as v from 'valibot';
import { parseEnvelope } from '../canonical/parse-envelope.ts';
import { parseStatement } from '../canonical/parse-statement.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement } from '../canonical/statement.ts';
import { explainIssue } from '../documents/explain-issue.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { kindOf } from './check-record.ts';
import type { EvidenceRecord } from './evidence-record.ts';
import { KINDS } from './kinds.ts';

/**
 * A record from stored bytes. Says nothing about who signed them: the ledger's verifier does.
 *
 * @param at what to call the bytes in errors: an object key, a file
 * @throws ConfigurationError `dsse/...`, `statement/...`, `json/...`, `evidence/...`
 */
export function readRecord(bytes: Uint8Array, at: string): EvidenceRecord {
  const { payloadType, payload } = parseEnvelope(bytes, at);
  if (payloadType !== STATEMENT_PAYLOAD_TYPE) throw malformed('payload-type', STATEMENT_PAYLOAD_TYPE, 'another payload type', at);
  return recordOf(parseStatement(payload, at), at);
}

/**
 * The same from a Statement that was read already. A kind that this version does not know stays in sight as `unrecognised`.
 *
 * @throws ConfigurationError `evidence/...` for fields that the kind does not have so
 */
export function recordOf({ predicateType, subject, predicate }: Statement, at: string): EvidenceRecord {
  const kind = kindOf(predicateType);
  if (kind === null) return { kind: 'unrecognised', predicateType, subject };
  const checked = v.safeParse(KINDS[kind].read, predicate);
  if (!checked.success) {
    const { problem, expected, found, pointer } = explainIssue(checked.issues[0]);
    throw malformed(problem, expected, found, `${at}#/predicate${pointer}`);
  }
  const { evidence, ...details } = checked.output;
  return { kind, subject, evidence, details } as EvidenceRecord; // the schema of `kind` has just said so
}

function malformed(problem: string, expected: string, found: string, at: string): ConfigurationError {
  return new ConfigurationError(`evidence/${problem}`, {
    expected,
    found,
    at,
    doThis: 'The record was not written by a Proofrail that knows its kind: compare the versions.',
  });
}
