import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { canonicalJson } from './canonical-json.ts';
import type { JsonValue } from './json-value.ts';
import { parseStatement } from './parse-statement.ts';

describeCorpus('in-toto-examples', (folder) => {
  it.each(['predicates-reference-0.json', 'predicates-reference-1.json'])('accepts %s of the specification unchanged', (file) => {
    const bytes = readFileSync(path.join(folder, file));
    expect(parseStatement(bytes, file)).toEqual(JSON.parse(bytes.toString('utf8')));
  });
});

const HEX = '0123456789abcdef'.repeat(4);
const whole = {
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'image', digest: { sha256: HEX } }, { digest: { gitCommit: HEX.slice(0, 40) } }],
  predicateType: 'https://proofrail.dev/policy-decision/v1',
  predicate: { outcome: 'deny' },
};
const parse = (value: JsonValue): unknown => parseStatement(canonicalJson(value), 'f');
const withDigest = (digest: JsonValue): JsonValue => ({ ...whole, subject: [{ name: 'image', digest }] });
const without = (name: string): JsonValue => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));

describe('a Statement', () => {
  it('is read with every algorithm that names something', () => {
    expect(parse(whole)).toEqual(whole);
    const digest = {
      sha512: HEX + HEX,
      sha384: HEX + HEX.slice(0, 32),
      gitCommit: HEX,
      gitTree: HEX.slice(0, 40),
      dirHash: 'h1:unknown',
    };
    expect(parse(withDigest(digest))).toMatchObject({ subject: [{ digest }] });
  });

  it('may be without a predicate, and may say more than version 1 knows', () => {
    expect(parse(without('predicate'))).toMatchObject({ predicate: {} });
    expect(parse({ ...whole, later: 1, subject: [{ digest: { sha256: HEX }, mediaType: 'text/plain' }] })).toEqual({
      ...whole,
      subject: [{ digest: { sha256: HEX } }],
    });
  });
});

describe('mutated Statements', () => {
  const mutations: [string, string, JsonValue][] = [
    ['statement/not-an-object', 'a list of one', [whole]],
    ['statement/not-an-object', 'text', 'statement'],
    ['statement/type', 'no type', without('_type')],
    ['statement/type', 'version 0.1, which had other rules', { ...whole, _type: 'https://in-toto.io/Statement/v0.1' }],
    ['statement/type', 'a type with a slash at the end', { ...whole, _type: `${whole._type}/` }],
    ['statement/predicate-type', 'no predicate type', without('predicateType')],
    ['statement/predicate-type', 'a predicate type that is no URI', { ...whole, predicateType: 'policy-decision' }],
    ['statement/predicate-type', 'a predicate type with a space', { ...whole, predicateType: 'https://proofrail.dev/ x' }],
    ['statement/predicate', 'a predicate as a list', { ...whole, predicate: [] }],
    ['statement/predicate', 'null for a predicate', { ...whole, predicate: null }],
    ['statement/subjects', 'no subjects', without('subject')],
    ['statement/subjects', 'a subject that is no list', { ...whole, subject: { name: 'image', digest: { sha256: HEX } } }],
    ['statement/no-subject', 'a claim about nothing', { ...whole, subject: [] }],
    ['statement/subject', 'a subject as text', { ...whole, subject: ['image'] }],
    ['statement/subject-name', 'an empty name', { ...whole, subject: [{ name: '', digest: { sha256: HEX } }] }],
    ['statement/subject-name', 'a number for a name', { ...whole, subject: [{ name: 1, digest: { sha256: HEX } }] }],
    ['statement/no-digest', 'a name without digest, which proves nothing', { ...whole, subject: [{ name: 'image' }] }],
    ['statement/no-digest', 'an empty digest set', withDigest({})],
    ['statement/no-digest', 'a digest as text', withDigest(`sha256:${HEX}`)],
    ['statement/malformed-digest', 'a digest in upper case', withDigest({ sha256: HEX.toUpperCase() })],
    ['statement/malformed-digest', 'a digest with its algorithm in front', withDigest({ sha256: `sha256:${HEX}` })],
    ['statement/malformed-digest', 'a digest cut short', withDigest({ sha256: HEX.slice(1) })],
    ['statement/malformed-digest', 'SHA-512 with the length of SHA-256', withDigest({ sha512: HEX })],
    ['statement/malformed-digest', 'a commit with 41 digits', withDigest({ gitCommit: HEX.slice(0, 41) })],
    ['statement/malformed-digest', 'one bad digest beside a good one', withDigest({ sha256: HEX, sha512: 'x' })],
    ['statement/malformed-digest', 'an unknown algorithm with a number', withDigest({ sha256: HEX, crc: 1 })],
    ['statement/unknown-digests', 'only a digest that nobody here compares', withDigest({ md5: HEX.slice(0, 32) })],
    [
      'statement/malformed-digest',
      'the second of two subjects',
      { ...whole, subject: [...whole.subject, { digest: { sha256: 'x' } }] },
    ],
  ];
  it.each(mutations)('%s: %s', (code, _, value) => {
    expect(() => parse(value)).toThrow(expect.objectContaining({ code, outcome: 'invalid' }));
  });

  it('says which subject and which digest', () => {
    const broken = { ...whole, subject: [...whole.subject, { digest: { sha256: 'x' } }] };
    expect(() => parse(broken)).toThrow(expect.objectContaining({ at: 'f#/subject/2/digest', found: 'sha256: "x"' }));
  });
});
