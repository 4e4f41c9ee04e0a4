import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { canonicalJson } from '../canonical/canonical-json.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { buildInputDocument } from './build-input-document.ts';
import type { FactsDocument } from './facts-document.ts';
import { inputDocument } from './input-document.ts';
import {
  ALICE,
  AT,
  BOB,
  CAROL,
  configured,
  finding,
  fingerprint,
  inventedFacts,
  listed,
  report,
  sampleFacts,
  scanOf,
} from './test/sample-change.ts';
import { SeededRandom } from './test/seeded-random.ts';

const given = { at: AT, source: 'given' } as const;
const build = (facts: FactsDocument, configuration = configured(), reports: Parameters<typeof buildInputDocument>[2] = []) =>
  buildInputDocument(facts, configuration, reports, given);
const bytes = (value: unknown) => Buffer.from(canonicalJson(value as JsonValue)).toString();

describe('the input document', () => {
  it('tells Alice’s change as its schema wants it', () => {
    const { document, people } = build(sampleFacts());
    expect(v.is(inputDocument, document)).toBe(true);
    expect([...people]).toEqual([
      ['person-1', ALICE],
      ['person-2', BOB],
      ['person-3', CAROL],
    ]);
    expect(document.people['person-2']).toEqual({ kind: 'human', roles: ['security'] });
    expect(document.approvals).toMatchObject({ count: 2, roles: ['platform', 'security'], total: 2 });
    expect(document).toMatchObject({ evaluated_at: AT, facts: 'given', requirements: { approvals: { minimum: 2 } } });
  });

  it('is the same for the same story about other people, and holds no id of any of them', () => {
    const people = ['810000000001', '820000000002', '830000000003', '840000000004', '850000000005'];
    for (let seed = 0; seed < 300; seed += 1) {
      const others = new SeededRandom(seed).shuffled(people.map((id) => `9${id}`));
      const renamed = (text: string) => people.reduce((all, id, index) => all.replaceAll(id, others[index] ?? ''), text);
      const facts = inventedFacts(new SeededRandom(seed), people);
      const roles = `roles:\n  security: ["${people[0]}", "${people[1]}"]\n  platform: ["${people[2]}"]\nmachine_users: ["${people[4]}"]\n`;
      const triage = `findings:\n  - {fingerprint: "${fingerprint(1)}", owner: "${people[3]}", due: 2026-12-01, ticket: SEC-1}\n`;
      const reports = [report('one', [finding(1), finding(2)])];
      const first = build(facts, configured({ 'roles.yaml': roles, 'triage.yaml': triage }), reports).document;
      const otherFacts = JSON.parse(renamed(JSON.stringify(facts))) as FactsDocument;
      const other = build(otherFacts, configured({ 'roles.yaml': renamed(roles), 'triage.yaml': renamed(triage) }), reports);
      // The digests name the files, which do hold the ids; everything that a policy sees is the same.
      expect(bytes({ ...other.document, configuration: null })).toBe(bytes({ ...first, configuration: null }));
      expect(people.filter((id) => bytes(first).includes(id))).toEqual([]);
      expect(v.is(inputDocument, first)).toBe(true);
    }
  });

  it('does not depend on the order of the reports', () => {
    const reports = [
      report('one', [finding(1), finding(2)]),
      report('two', [finding(3, { tool: 'Gitleaks' })], 'Gitleaks'),
      report('three', []),
    ];
    const facts = sampleFacts({ scans: listed(reports.slice(0, 2).map((each) => scanOf(each, each.tools[0]?.name))) });
    const first = bytes(build(facts, configured(), reports).document);
    for (let seed = 0; seed < 20; seed += 1) {
      expect(bytes(build(facts, configured(), new SeededRandom(seed).shuffled(reports)).document)).toBe(first);
    }
  });

  it('refuses a time in milliseconds: every due date would have passed', () => {
    expect(() => buildInputDocument(sampleFacts(), configured(), [], { at: AT * 1000, source: 'read' })).toThrow(
      /context\/not-seconds/,
    );
  });
});

describe('what is unknown stays unknown', () => {
  it.each(['contributors', 'reviews', 'checks', 'scans', 'images'] as const)('%s', (name) => {
    const facts = sampleFacts({ [name]: { known: false, why: 'forbidden' } });
    expect(build(facts).document[name]).toEqual({ known: false, why: 'forbidden' });
  });

  it.each(['reviews', 'checks', 'scans', 'images'] as const)('a list of %s that lost something is no shorter list', (name) => {
    const facts = sampleFacts();
    const list = facts[name] as { value: { total: number } };
    list.value.total += 1;
    expect(build(facts).document[name]).toEqual({ known: false, why: 'truncated' });
  });

  it('what a change touches, of which only some files were listed', () => {
    const facts = sampleFacts({
      files: { known: true, value: { items: [{ path: 'src/main.ts', previous: null }], total: 3000 } },
    });
    expect(build(facts).document.change.touches).toEqual({ known: false, why: 'truncated' });
  });

  it('contributors whom the list lost were never innocent', () => {
    const facts = sampleFacts({ contributors: { known: true, value: { people: [ALICE], unidentified: 0, total: 2 } } });
    const { document } = build(facts);
    expect(document.contributors).toEqual({ known: false, why: 'truncated' });
    expect(document.approvals.count).toBe(0);
  });

  it('an author without an account cannot be left out of the count', () => {
    const facts = sampleFacts({ contributors: { known: true, value: { people: [ALICE], unidentified: 0, total: 2 } } });
    const named = sampleFacts({ contributors: { known: true, value: { people: [ALICE], unidentified: 1, total: 2 } } });
    expect([facts, named].map((each) => build(each).document.contributors.known)).toEqual([false, true]);
  });

  it('more people than there should be is nothing to rely on either', () => {
    const facts = sampleFacts({ contributors: { known: true, value: { people: [ALICE, BOB], unidentified: 0, total: 1 } } });
    expect(build(facts).document.contributors).toEqual({ known: false, why: 'unusable' });
  });
});
