import { describe, expect, it } from '@jest/globals';
import { readReport } from '../read-report.ts';

type Json = Record<string, unknown>;

describe('a result whose number and name of a rule disagree', () => {
  const rules = [
    { id: 'minor', properties: { 'security-severity': '2.0' } },
    { id: 'grave', properties: { 'security-severity': '9.5' } },
  ];
  const read = (result: Json) => {
    const runs = [{ tool: { driver: { name: 'Grype', rules } }, results: [{ message: { text: 'x' }, ...result }] }];
    const report = readReport(new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs })), 'grype.sarif');
    return report.findings.map(({ rule, severity }) => `${rule} ${severity}`);
  };

  it('is what its name says: Grype once wrote the number 0 beside each', () => {
    expect(read({ ruleId: 'grave', ruleIndex: 0 })).toEqual(['grave critical']);
    expect(read({ ruleId: 'grave/part', ruleIndex: 1 })).toEqual(['grave/part critical']);
    expect(read({ ruleId: 'unlisted', ruleIndex: 1 })).toEqual(['unlisted critical']);
  });
});
