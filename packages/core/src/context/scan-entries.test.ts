import { describe, expect, it } from '@jest/globals';
import { buildInputDocument } from './build-input-document.ts';
import type { FactsDocument } from './facts-document.ts';
import { AT, CAROL, configured, finding, fingerprint, listed, report, sampleFacts, scanOf } from './test/sample-change.ts';

const build = (facts: FactsDocument, configuration = configured(), reports: Parameters<typeof buildInputDocument>[2] = []) =>
  buildInputDocument(facts, configuration, reports, { at: AT, source: 'given' });

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
    const assigned = [1, 2].map(
      (number) => document.findings.items.find((each) => each.fingerprint === fingerprint(number))?.assigned,
    );
    expect(assigned[0]?.due).toBe(Date.parse('2026-12-01T23:59:59Z') / 1000);
    expect(people.get(assigned[0]?.owner as 'person-1')).toBe(CAROL);
    expect(assigned[1]).toBeNull();
  });

  it('keeps what the scanner suppressed in sight', () => {
    const { document } = build(sampleFacts(), configured(), [report('one', [finding(1, { suppressed: true })])]);
    expect(document.findings.items[0]?.state).toBe('suppressed');
  });
});
