import { describe, expect, it } from '@jest/globals';
import { buildInputDocument } from './build-input-document.ts';
import type { Finding } from '../reports/finding.ts';
import type { FactsDocument } from './facts-document.ts';
import { ALICE, AT, BOB, configured, finding, fingerprint, report, sampleFacts } from './test/sample-change.ts';

const build = (facts: FactsDocument, configuration = configured(), reports: Parameters<typeof buildInputDocument>[2] = []) =>
  buildInputDocument(facts, configuration, reports, { at: AT, source: 'given' });

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
    ['for another finding', exception({ scope: `{repository: "42", subject: {finding: "${fingerprint(2)}"}}` }), 'active'],
    ['for another repository', exception({ scope: `{repository: "43", subject: {finding: "${fingerprint(1)}"}}` }), undefined],
  ])('excuse nothing when %s', (_name, text, state) => {
    expect(waived(text)).toEqual(['open', null, state]);
  });

  describe('for a file', () => {
    const inFile = (file: string, severity: Finding['severity'] = 'high') =>
      finding(1, { severity, location: { file, line: 3, column: null } });
    const forFile = exception({ scope: '{repository: "42", subject: {path: src/legacy.py}}' });

    it('excuse whatever is found there, and the document does not say where that is', () => {
      const facts = sampleFacts();
      expect(waived(forFile, facts, inFile('src/legacy.py'))).toEqual(['waived', 'accepted-one', 'active']);
      const { document } = build(facts, configured({ 'exceptions/one.yaml': forFile }), [
        report('one', [inFile('src/legacy.py')]),
      ]);
      expect(JSON.stringify(document)).not.toContain('legacy.py');
    });

    it.each([
      'src/legacy.py.bak',
      'legacy.py',
      'src/Legacy.py',
      'x/src/legacy.py',
      '/src/legacy.py',
      '../src/legacy.py',
      'src',
      '',
    ])('excuse nothing in %j', (file) => expect(waived(forFile, sampleFacts(), inFile(file))).toEqual(['open', null, 'active']));

    it('excuse nothing that lies nowhere', () => {
      expect(waived(forFile, sampleFacts(), finding(1, { location: null })).slice(0, 2)).toEqual(['open', null]);
    });

    it('excuse no secret in it', () => {
      const leaked = { ...inFile('src/legacy.py'), tool: 'Gitleaks' };
      expect(waived(forFile, sampleFacts(), leaked).slice(0, 2)).toEqual(['open', null]);
    });

    it('last no longer than the worst of what is found there allows', () => {
      expect(waived(forFile, sampleFacts(), inFile('src/legacy.py', 'critical'))).toEqual(['open', null, 'invalid']);
      const week = forFile.replace('2026-12-01', '2026-11-22');
      expect(waived(week, sampleFacts(), inFile('src/legacy.py', 'critical'))[0]).toBe('waived');
    });
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

  it.each(['exceptions/broken.yaml', 'exceptions/ask jane@example.org.yaml'])(
    'that cannot be read are listed as invalid: %s',
    (file) => {
      const { document } = build(sampleFacts(), configured({ 'exceptions/one.yaml': exception(), [file]: 'id: broken' }), [
        report('one', [finding(1)]),
      ]);
      const [one, broken] = document.exceptions.items;
      expect([one?.state, document.findings.items[0]?.state, document.exceptions.total]).toEqual(['active', 'waived', 2]);
      expect(broken).toMatchObject({ state: 'invalid', rule: 'exceptions.validity', owner: null, expires: null });
      expect(broken?.id).toMatch(/^(broken\.yaml|file-[0-9a-f]{12})$/);
      expect(broken?.problems[0]).toBe('unreadable');
    },
  );

  it('name their people by label, like everybody', () => {
    const { document, people } = build(sampleFacts(), configured({ 'exceptions/one.yaml': exception() }));
    expect(people.get(document.exceptions.items[0]?.owner as 'person-1')).toBe(DAVE);
    expect(JSON.stringify(document)).not.toContain(DAVE);
  });
});
