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
  MACHINE,
  report,
  review,
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

describe('an approval counts for nothing when', () => {
  const count = (facts: FactsDocument) => build(facts).document.approvals.count;
  const one = (change: Parameters<typeof review>[0]) => sampleFacts({ reviews: listed([review(change)]) });

  it('(it counts when nothing is wrong with it)', () => expect(count(one({}))).toBe(1));
  it.each([
    ['it is about another commit', { commit: 'd'.repeat(40) }],
    ['nobody knows which commit it is about', { commit: null }],
    ['it was given before the last push', { submitted_at: '2026-11-20T09:59:59.999Z' }],
    ['it was given in the second of the last push', { submitted_at: '2026-11-20T10:00:00.999Z' }],
    ['its author may not push', { can_push: false }],
    ['its author has a hand in the change', { person: ALICE }],
    ['its author is a machine that the platform calls a user', { person: MACHINE }],
    ['its author’s account is not described', { person: '700000000077' }],
    ['it was dismissed', { state: 'dismissed' as const }],
    ['it only comments', { state: 'commented' as const }],
  ])('%s', (_name, change) => expect(count(one(change))).toBe(0));

  it('its author asked for changes afterwards', () => {
    const reviews = listed([review(), review({ state: 'changes_requested', submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(0);
  });

  it('its author asked for changes in the same second', () => {
    const reviews = listed([review({ state: 'changes_requested' }), review({ submitted_at: '2026-11-20T11:00:00.900Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(0);
  });

  it('it is the second of one person', () => {
    const reviews = listed([review(), review({ submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(1);
  });

  it('nobody knows when the last push was', () => {
    const facts = sampleFacts();
    expect(count({ ...facts, change: { ...facts.change, last_push: { known: false, why: 'stale' } } })).toBe(0);
  });

  it('a comment follows it: that takes nothing back', () => {
    const reviews = listed([review(), review({ state: 'commented', submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(1);
  });
});

describe('scans and findings', () => {
  const scans = (facts: FactsDocument, reports: Parameters<typeof buildInputDocument>[2]) => {
    const list = build(facts, configured(), reports).document.scans;
    return list.known ? list.value.items : [];
  };

  it('a scan whose report was not handed over has no result', () => {
    expect(scans(sampleFacts({ scans: listed([scanOf(report('one', []))]) }), [])).toMatchObject([
      { result: { known: false, why: 'absent' } },
    ]);
  });

  it('a report that no fact mentions adds its findings and is no scan', () => {
    const { document } = build(sampleFacts(), configured(), [report('one', [finding(1)])]);
    expect([document.scans.known && document.scans.value.items, document.findings.total]).toEqual([[], 1]);
  });

  it('a report handed over twice is one report', () => {
    expect(
      build(sampleFacts(), configured(), [report('one', [finding(1)]), report('one', [finding(1)])]).document.findings.total,
    ).toBe(1);
  });

  it('a report by another scanner than the facts say proves nothing', () => {
    const other = report('one', [], 'Bandit');
    expect(scans(sampleFacts({ scans: listed([scanOf(other)]) }), [other])).toMatchObject([
      { result: { known: false, why: 'unusable' } },
    ]);
  });

  it('knows a scanner by another name of its, and by the registry before anything else', () => {
    const byAlias = report('one', [], 'CodeQL command-line toolchain');
    const own = report('two', [], 'ACME-Scan');
    const facts = sampleFacts({ scans: listed([scanOf(byAlias, 'codeql'), scanOf(own, 'acme-scan')]) });
    expect(scans(facts, [byAlias, own])).toMatchObject([
      { scanner: 'CodeQL', class: 'sast', result: { known: true } },
      { scanner: 'acme-scan', class: 'iac', result: { known: true } },
    ]);
  });

  it('does not guess what an unknown scanner looks for', () => {
    expect(() => build(sampleFacts(), configured(), [report('one', [finding(1, { tool: 'homegrown' })])])).toThrow(
      /report\/unclassified.*homegrown/,
    );
  });

  it('shows who promised to repair a finding, and until when', () => {
    const triage = `findings:\n  - {fingerprint: "${fingerprint(1)}", owner: "${CAROL}", due: 2026-12-01, ticket: SEC-1}\n`;
    const { document, people } = build(sampleFacts(), configured({ 'triage.yaml': triage }), [
      report('one', [finding(1), finding(2)]),
    ]);
    const [first, second] = document.findings.items;
    expect(first?.assigned?.due).toBe(Date.parse('2026-12-01T23:59:59Z') / 1000);
    expect(people.get(first?.assigned?.owner as 'person-1')).toBe(CAROL);
    expect(second?.assigned).toBeNull();
  });

  it('keeps what the scanner suppressed in sight', () => {
    const { document } = build(sampleFacts(), configured(), [report('one', [finding(1, { suppressed: true })])]);
    expect(document.findings.items[0]?.state).toBe('suppressed');
  });
});

describe('exceptions', () => {
  const DAVE = '700000000004';
  const exception = (change: Readonly<Record<string, string>> = {}) => {
    const fields = {
      id: 'accepted-one',
      rule: 'scans.threshold',
      scope: `{repository: "42", subject: {finding: "${fingerprint(1)}"}}`,
      owner: `"${DAVE}"`,
      requested_by: `"${ALICE}"`,
      approved_by: `"${BOB}"`,
      reason: 'not reachable',
      compensating_control: '{description: behind the firewall}',
      risk: 'high',
      ticket: 'SEC-12',
      not_before: '2026-11-15',
      expires: '2026-12-01',
      ...change,
    };
    return Object.entries(fields)
      .map(([key, value]) => `${key}: ${value}\n`)
      .join('');
  };
  const waived = (text: string, facts = sampleFacts(), found = finding(1)) => {
    const { document } = build(facts, configured({ 'exceptions/one.yaml': text }), [report('one', [found])]);
    return [document.findings.items[0]?.state, document.findings.items[0]?.exception, document.exceptions.items[0]?.state];
  };

  it('excuse the finding they name while they hold', () => {
    expect(waived(exception())).toEqual(['waived', 'accepted-one', 'active']);
  });

  it.each([
    ['expired', exception({ expires: '2026-11-20' }), 'expired'],
    ['not yet in force', exception({ not_before: '2026-11-25' }), 'pending'],
    ['approved by somebody whose role does not allow it', exception({ approved_by: '"700000000055"' }), 'invalid'],
    ['for another rule', exception({ rule: 'images.digest-only' }), 'active'],
    ['for another finding', exception({ scope: `{repository: "42", subject: {finding: "${fingerprint(2)}"}}` }), 'active'],
    ['for another repository', exception({ scope: `{repository: "43", subject: {finding: "${fingerprint(1)}"}}` }), undefined],
    [
      'for one environment, where there is none',
      exception({ scope: `{repository: "42", environment: prod, subject: whole-rule}` }),
      undefined,
    ],
  ])('excuse nothing when %s', (_name, text, state) => {
    expect(waived(text)).toEqual(['open', null, state]);
  });

  it('excuse no secret, whatever they say', () => {
    expect(waived(exception(), sampleFacts(), finding(1, { tool: 'Gitleaks' })).slice(0, 2)).toEqual(['open', null]);
  });

  it('excuse nothing when their approver worked on the change, or nobody can say who did', () => {
    const people = [ALICE, BOB];
    expect(
      waived(exception(), sampleFacts({ contributors: { known: true, value: { people, unidentified: 0, total: 2 } } }))[0],
    ).toBe('open');
    expect(waived(exception(), sampleFacts({ contributors: { known: false, why: 'forbidden' } }))[0]).toBe('open');
    expect(
      waived(
        exception(),
        sampleFacts({ contributors: { known: true, value: { people: [ALICE], unidentified: 1, total: 2 } } }),
      )[0],
    ).toBe('open');
  });

  it('name their people by label, like everybody', () => {
    const { document, people } = build(sampleFacts(), configured({ 'exceptions/one.yaml': exception() }));
    expect(people.get(document.exceptions.items[0]?.owner as 'person-1')).toBe(DAVE);
    expect(bytes(document)).not.toContain(DAVE);
  });
});
