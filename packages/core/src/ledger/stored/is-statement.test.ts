import { expect, it } from '@jest/globals';
import { canonicalJson } from '../../canonical/canonical-json.ts';
import type { JsonObject } from '../../canonical/json-value.ts';
import { STATEMENT_TYPE } from '../../canonical/statement.ts';
import { createRecord } from '../../evidence/create-record.ts';
import { EVIDENCE_KINDS } from '../../evidence/kinds.ts';
import { sampleDrafts } from '../../evidence/test/sample-drafts.ts';
import { fixedSources, testSigner } from '../../evidence/test/sample-sources.ts';
import { isStatement } from './is-statement.ts';

const ARTIFACT = { digest: { sha256: 'a'.repeat(64) } };
const WHOLE: JsonObject = {
  _type: STATEMENT_TYPE,
  predicate: { evidence: {} },
  predicateType: 'https://proofrail.dev/evidence/deployment/v1',
  subject: [ARTIFACT],
};
const bytes = (value: JsonObject): Uint8Array => Buffer.from(canonicalJson(value));

it.each<[string, Uint8Array]>([
  ['as we write it', bytes(WHOLE)],
  ['about a commit', bytes({ ...WHOLE, subject: [{ digest: { gitCommit: 'a'.repeat(40) } }] })],
  ['about several things that have names', bytes({ ...WHOLE, subject: [{ ...ARTIFACT, name: 'web' }, ARTIFACT] })],
  [
    'of somebody else, in another order',
    Buffer.from(JSON.stringify({ subject: [ARTIFACT], predicateType: 'x:y', _type: STATEMENT_TYPE })),
  ],
])('takes a Statement %s', (_, payload) => {
  expect(isStatement(payload)).toBe(true);
});

const without = (name: string): JsonObject => Object.fromEntries(Object.entries(WHOLE).filter(([one]) => one !== name));

it.each<[string, Uint8Array]>([
  ...Object.keys(WHOLE).flatMap((name): [string, Uint8Array][] =>
    name === 'predicate' ? [] : [[`without ${name}`, bytes(without(name))]],
  ),
  ['of another type', bytes({ ...WHOLE, _type: 'https://in-toto.io/Statement/v2' })],
  ['about nothing', bytes({ ...WHOLE, subject: [] })],
  ['whose digest is too short', bytes({ ...WHOLE, subject: [{ digest: { sha256: 'abc' } }] })],
  ['that is no JSON', Buffer.from('none')],
  ['of no bytes', Buffer.alloc(0)],
  ['cut short', bytes(WHOLE).subarray(0, -1)],
  ['with something behind it', Buffer.concat([bytes(WHOLE), Buffer.from(' {}')])],
])('takes no payload %s', (_, payload) => {
  expect(isStatement(payload)).toBe(false);
});

// Read whole, each would cost a ledger of records half as much again.
it.each(EVIDENCE_KINDS)('knows a record of ours by its beginning and end, and reads nothing between them: %s', (kind) => {
  const statement = createRecord(sampleDrafts[kind], fixedSources(testSigner()));
  const text = Buffer.from(canonicalJson(statement as unknown as JsonObject)).toString();
  expect(isStatement(Buffer.from(text.replace('"id":', '"id"')))).toBe(true);
});
