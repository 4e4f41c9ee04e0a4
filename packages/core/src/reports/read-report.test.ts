import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../outcomes/index.ts';
import { readReport } from './read-report.ts';
import { READERS } from './readers.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function refusal(value: unknown): ConfigurationError {
  try {
    readReport(value instanceof Uint8Array ? value : bytes(value), 'scan.json');
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('readReport', () => {
  it('names the formats that are known when it meets another one, instead of finding nothing in it', () => {
    const error = refusal({ Results: [], SchemaVersion: 2 });
    expect(error.code).toBe('report/unknown-format');
    for (const { title } of READERS) expect(error.expected).toContain(title);
    expect(error.found).toContain('Results');
  });

  it('refuses other versions of SARIF, whose tools and rules stand elsewhere and would look absent', () => {
    for (const version of ['1.0.0', '2.0.0', '2.1.0-rtm.5', '2.1', 2.1, undefined]) {
      expect(refusal({ version, runs: [] }).code).toBe('report/version');
    }
  });

  it('refuses what is no object: an empty file, a list, null, a cut-off text', () => {
    for (const text of ['', ' ', '[]', 'null', '{"runs":[', '{"version":"2.1.0","version":"2.1.0","runs":[]}']) {
      expect(refusal(new TextEncoder().encode(text)).outcome).toBe('invalid');
    }
  });

  it('refuses a report above the size limit before it reads it', () => {
    expect(refusal(new Uint8Array(64 * 1024 * 1024 + 1)).code).toBe('json/too-large');
  });

  it('points at the member that has the wrong shape', () => {
    const run = { tool: { driver: { name: 'x', rules: [{ id: 'a' }] } }, results: [{ ruleId: 'a', message: { text: 'm' } }] };
    const broken: readonly [string, unknown][] = [
      ['/runs', { version: '2.1.0', runs: {} }],
      ['/runs/0', { version: '2.1.0', runs: [null] }],
      ['/runs/0/results', { version: '2.1.0', runs: [{ ...run, results: 42 }] }],
      ['/runs/0/results/0', { version: '2.1.0', runs: [{ ...run, results: ['x'] }] }],
      ['/runs/0/results/0/level', { version: '2.1.0', runs: [{ ...run, results: [{ level: 'catastrophe' }] }] }],
      ['/runs/0/results/0/kind', { version: '2.1.0', runs: [{ ...run, results: [{ kind: 'harmless' }] }] }],
      ['/runs/0/results/0/suppressions', { version: '2.1.0', runs: [{ ...run, results: [{ suppressions: true }] }] }],
      [
        '/runs/0/tool/driver/rules/0/defaultConfiguration',
        {
          version: '2.1.0',
          runs: [{ ...run, tool: { driver: { name: 'x', rules: [{ id: 'a', defaultConfiguration: 'error' }] } } }],
        },
      ],
    ];
    for (const [pointer, document] of broken) {
      const error = refusal(document);
      expect([error.code, error.at]).toEqual(['report/shape', `scan.json#${pointer}`]);
    }
  });

  it('reads past a byte-order mark, which .NET tools write', () => {
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes({ version: '2.1.0', runs: [] })]);
    expect(readReport(marked, 'scan.json').format).toBe('sarif');
  });
});
