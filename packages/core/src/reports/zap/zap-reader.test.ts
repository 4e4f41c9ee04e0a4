import { describe, expect, it } from '@jest/globals';
import { readReport } from '../read-report.ts';

type Json = Record<string, unknown>;
const ALERT: Json = {
  pluginid: '10038',
  alert: 'CSP header not set',
  riskcode: '2',
  confidence: '3',
  count: '1',
  cweid: '693',
  instances: [{ uri: 'https://a.example/x', method: 'GET', param: '' }],
};

const zap = (alerts: readonly Json[], rest: Json = {}) =>
  readReport(
    new TextEncoder().encode(JSON.stringify({ '@version': '2.15.0', site: [{ '@name': 'https://a.example', alerts }], ...rest })),
    'zap.json',
  );

describe('a ZAP report', () => {
  it('has one finding per place, with the risk as severity; ZAP has no critical', () => {
    const severities = ['3', '2', '1', '0'].map((riskcode) => zap([{ ...ALERT, riskcode }]).findings[0]?.severity);
    expect(severities).toEqual(['high', 'medium', 'low', 'none']);
    expect(zap([ALERT]).findings[0]).toMatchObject({
      tool: 'ZAP',
      rule: '10038',
      title: 'CSP header not set',
      location: { file: 'https://a.example/x' },
      tags: ['CWE-693'],
    });
  });

  it('refuses a risk nobody knows instead of ranking it', () => {
    for (const riskcode of ['4', '', 'high', 2, null])
      expect(() => zap([{ ...ALERT, riskcode }])).toThrow(/report\/shape.*riskcode/);
  });

  it('keeps the places it only counts, as a finding that no exception for a listed place covers', () => {
    const listed = zap([ALERT]).findings;
    const more = zap([{ ...ALERT, count: '74' }]).findings;
    expect(more).toHaveLength(2);
    expect(more[0]?.fingerprint).toBe(listed[0]?.fingerprint);
    expect(more[1]).toMatchObject({ severity: 'medium', location: { file: 'https://a.example' } });
    expect(zap([{ ...ALERT, count: '3', instances: [] }]).findings).toHaveLength(1);
  });

  it('is unknown when it shows no scan: no site, or nothing that any rule said', () => {
    for (const site of [[], null, [{ '@name': 'x', alerts: [] }], [{ '@name': 'x' }]]) {
      expect(zap([], { site }).result).toEqual({ known: false, why: 'absent' });
    }
    expect(zap([ALERT]).result).toEqual({ known: true, value: { rules: 1, findings: 1 } });
  });

  it('shows what somebody called a false positive inside ZAP, still counted', () => {
    expect(zap([{ ...ALERT, confidence: '0' }]).findings[0]?.suppressed).toBe(true);
  });

  it('tells the same alert at two places apart, and gives it the same name tomorrow', () => {
    const instances = ['x', 'y'].map((path) => ({ uri: `https://a.example/${path}`, method: 'GET', param: '' }));
    const prints = (alert: Json) => zap([alert]).findings.map((finding) => finding.fingerprint);
    expect(new Set(prints({ ...ALERT, count: '2', instances })).size).toBe(2);
    expect(prints({ ...ALERT, count: '2', instances, solution: 'other', '@generated': 'later' })).toEqual(
      prints({ ...ALERT, count: '2', instances }),
    );
  });
});
