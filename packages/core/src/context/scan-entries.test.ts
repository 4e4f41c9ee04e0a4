import { describe, expect, it } from '@jest/globals';
import { buildInputDocument } from './build-input-document.ts';
import { OWN } from '../controls/test/registries.ts';
import type { ScanReport } from '../reports/scan-report.ts';
import type { FactsDocument } from './facts-document.ts';
import { scansOnTheirWord } from './scans-on-their-word.ts';
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

  describe('of a report that lists no rules', () => {
    const TOOLS = '  acme-scan: {class: iac, clean_reports_list_no_rules: true}';
    const vouched = configured({ 'controls.yaml': OWN.replace('  acme-scan: iac', TOOLS) });
    const silent = (name: string, ...tools: string[]): ScanReport => ({
      ...report(name, [], tools[0]),
      result: { known: false, why: 'unusable' },
      unlisted: { tools, rules: 0 },
    });
    const one = silent('one', 'ACME-Scan');
    const resultOf = (delivered: ScanReport, configuration = vouched) => {
      const facts = sampleFacts({ scans: listed([scanOf(delivered, 'acme-scan')]) });
      const { document } = build(facts, configuration, [delivered]);
      return [document.scans.known && document.scans.value.items[0]?.result, scansOnTheirWord(document)];
    };

    it('says whose word its result rests on, where the registry takes that word', () => {
      expect(resultOf(one)).toEqual([{ known: true, value: { rules: 0, findings: 0, basis: 'word' } }, ['acme-scan']]);
    });

    it('stays unknown without a word in the registry', () => {
      expect(resultOf(one, configured())).toEqual([{ known: false, why: 'unusable' }, []]);
    });

    it('stays unknown where the word is about another tool of the same report', () => {
      expect(resultOf(silent('two', 'ACME-Scan', 'zizmor'))).toEqual([{ known: false, why: 'unusable' }, []]);
    });

    it('stays unknown where the report shows that the run did not end well', () => {
      expect(resultOf({ ...one, unlisted: null })).toEqual([{ known: false, why: 'unusable' }, []]);
    });
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
