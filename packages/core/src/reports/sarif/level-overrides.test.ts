import { describe, expect, it } from '@jest/globals';
import { readReport } from '../read-report.ts';

type Json = Record<string, unknown>;

const RULES = [{ id: 'minor' }, { id: 'grave' }];
/** The severity of each result of a scan whose command line gave a rule another level (3.20.5). */
function severities(descriptor: Json, level: string, results: readonly Json[]): string[] {
  const invocations = [{ executionSuccessful: true, ruleConfigurationOverrides: [{ descriptor, configuration: { level } }] }];
  const whole = results.map((result) => ({ message: { text: 'x' }, ...result }));
  const runs = [{ tool: { driver: { name: 'scanner', rules: RULES } }, invocations, results: whole }];
  return readReport(new TextEncoder().encode(JSON.stringify({ version: '2.1.0', runs })), 'scan.sarif').findings.map(
    ({ rule, severity }) => `${rule} ${severity}`,
  );
}

describe('a level that the command line gave a rule', () => {
  it('is lent to no other rule, where the number of a result says that one and its name another', () => {
    const results = [{ ruleId: 'grave', ruleIndex: 0 }];
    expect(severities({ id: 'minor', index: 0 }, 'note', results)).toEqual(['grave medium']);
  });

  it('is found however the rule is named there, and however it is here', () => {
    const results = [
      { ruleId: 'grave' },
      { ruleIndex: 1 },
      { ruleId: 'grave/part' },
      { rule: { index: 1 } },
      { ruleId: 'minor' },
    ];
    const named = ['grave high', 'grave high', 'grave/part high', 'grave high', 'minor medium'];
    for (const descriptor of [{ id: 'grave', index: 1 }, { id: 'grave' }, { index: 1 }])
      expect(severities(descriptor, 'error', results)).toEqual(named);
  });

  it('is that of a part of a rule alone, where it was given to that', () => {
    const results = [{ ruleId: 'grave/part' }, { ruleId: 'grave/other' }, { ruleId: 'grave' }];
    expect(severities({ id: 'grave/part' }, 'note', results)).toEqual(['grave/part low', 'grave/other medium', 'grave medium']);
  });

  it('counts for a rule that nobody lists', () => {
    expect(severities({ id: 'unlisted' }, 'error', [{ ruleId: 'unlisted' }])).toEqual(['unlisted high']);
  });
});
