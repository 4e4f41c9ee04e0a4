import { ConfigurationError } from '../outcomes/failure.ts';
import { digestSetProblem, type DigestSet } from './digest-set.ts';
import { isJsonObject, jsonKind } from './json-kind.ts';
import type { JsonValue } from './json-value.ts';
import { parseStrictJson } from './parse-strict-json.ts';
import { STATEMENT_TYPE, type Statement, type Subject } from './statement.ts';

const TYPE_URI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/; // RFC 3986 3: a scheme, then something

const DIGEST_CODES = {
  empty: 'statement/no-digest',
  malformed: 'statement/malformed-digest',
  weak: 'statement/unknown-digests',
} as const;

/**
 * Reads the payload of a verified envelope. Members that the specification does not name are left out, as it asks; what it names must
 * be right. A missing predicate is an empty one (spec v1, statement.md). ConfigurationError `json/...` or `statement/...`.
 */
export function parseStatement(payload: Uint8Array, at: string): Statement {
  const document = parseStrictJson(payload, { at });
  if (!isJsonObject(document)) throw failure('statement/not-an-object', 'an object', jsonKind(document), at);
  const { _type, predicateType, predicate = {} } = document;
  if (_type !== STATEMENT_TYPE) throw failure('statement/type', STATEMENT_TYPE, show(_type), `${at}#/_type`);
  if (typeof predicateType !== 'string' || !TYPE_URI.test(predicateType)) {
    throw failure('statement/predicate-type', 'a URI', show(predicateType), `${at}#/predicateType`);
  }
  if (!isJsonObject(predicate)) throw failure('statement/predicate', 'an object', jsonKind(predicate), `${at}#/predicate`);
  return { _type, subject: readSubjects(document['subject'], `${at}#/subject`), predicateType, predicate };
}

function readSubjects(value: JsonValue | undefined, at: string): Subject[] {
  if (!Array.isArray(value)) throw failure('statement/subjects', 'an array', jsonKind(value), at);
  if (value.length === 0) throw failure('statement/no-subject', 'at least one subject', 'none', at);
  return value.map((item: JsonValue, index) => readSubject(item, `${at}/${index}`));
}

function readSubject(value: JsonValue, at: string): Subject {
  if (!isJsonObject(value)) throw failure('statement/subject', 'an object', jsonKind(value), at);
  const digest = readDigests(value['digest'], `${at}/digest`);
  const { name } = value;
  if (name === undefined) return { digest };
  if (typeof name !== 'string' || name === '')
    throw failure('statement/subject-name', 'a name, or none at all', show(name), `${at}/name`);
  return { name, digest };
}

function readDigests(value: JsonValue | undefined, at: string): DigestSet {
  if (!isJsonObject(value)) throw failure('statement/no-digest', 'an object of digests', jsonKind(value), at);
  const digests = value as DigestSet; // the next line proves it
  const problem = digestSetProblem(digests);
  if (problem === null) return digests;
  const found = problem.algorithm === null ? 'an empty set' : `${problem.algorithm}: ${show(value[problem.algorithm])}`;
  throw failure(
    DIGEST_CODES[problem.code],
    'lower-case hex of the right length under sha256, sha512, gitCommit or the like',
    found,
    at,
  );
}

function show(value: JsonValue | undefined): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 160)) : jsonKind(value);
}

function failure(code: `statement/${string}`, expected: string, found: string, at: string): ConfigurationError {
  return new ConfigurationError(code, {
    expected,
    found,
    at,
    doThis: 'Make the attestation anew with a tool that writes in-toto Statement v1.',
  });
}
