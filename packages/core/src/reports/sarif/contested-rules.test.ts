import { describe, expect, it } from '@jest/globals';
import { readReport } from '../read-report.ts';

type Json = Record<string, unknown>;

/** As Trivy writes it: one rule for each CVE, and the package that comes last says how grave it is (pkg/report/sarif.go, addSarifRule). */
const trivy = (rule: Json, results: readonly Json[]) => {
  const driver = { name: 'Trivy', version: '0.68.1', rules: [{ id: 'CVE-2026-1', ...rule }] };
  const whole = results.map((result) => ({ ruleId: 'CVE-2026-1', ruleIndex: 0, ...result }));
  const runs = [{ tool: { driver }, results: whole }];
  return readReport(new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs })), 'trivy.sarif').findings;
};
const severities = (rule: Json, results: readonly Json[]) => trivy(rule, results).map(({ severity }) => severity);
const scored = (score: string, word: string): Json => ({
  properties: { tags: ['vulnerability', 'security', word], 'security-severity': score },
});
const found = (level: string, word?: string): Json => ({
  level,
  message: { text: `Package: a${word === undefined ? '' : `\nSeverity: ${word}\nFixed Version: 2`}` },
});

describe('one rule for findings that are not equally grave', () => {
  it('does not lend the low score of the last one to the others', () => {
    expect(severities(scored('2.0', 'LOW'), [found('error', 'CRITICAL'), found('note', 'LOW')])).toEqual(['critical', 'low']);
    expect(severities(scored('2.0', 'LOW'), [found('error'), found('note')])).toEqual(['high', 'low']);
    expect(severities(scored('2.0', 'LOW'), [found('note', 'UNKNOWN'), found('note', 'LOW')])).toEqual(['unknown', 'low']);
  });

  it('keeps its own where that is graver', () =>
    expect(severities(scored('9.5', 'CRITICAL'), [found('note', 'LOW'), found('error', 'CRITICAL')])).toEqual([
      'critical',
      'critical',
    ]));

  it('is believed where all of them say the same: a score says more than a level', () => {
    expect(severities(scored('5.0', 'HIGH'), [found('error', 'HIGH'), found('error', 'HIGH')])).toEqual(['medium', 'medium']);
    const passed = { ...found('none'), kind: 'pass' };
    expect(severities(scored('5.0', 'HIGH'), [found('error'), passed])).toEqual(['medium', 'none']);
  });
});

describe('a score of 0.0', () => {
  it('is none, unless its rule says that nobody knows', () => {
    expect(severities(scored('0.0', 'NONE'), [found('note')])).toEqual(['none']);
    expect(severities(scored('0.0', 'UNKNOWN'), [found('note')])).toEqual(['unknown']);
  });
});
