import { describe, expect, it } from '@jest/globals';
import { SEVERITIES } from '../facts/words.ts';
import { JUNK, pathsOf, withReplaced } from '../documents/mutations.test-support.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { readReport } from './read-report.ts';
import { READERS, type ReportFormat } from './readers.ts';
import type { ScanReport } from './scan-report.ts';

/** Uses every member that the reader looks at. */
const SARIF = {
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  inlineExternalProperties: [{ guid: 'g' }],
  runs: [
    {
      tool: {
        driver: {
          name: 'scanner',
          version: '1',
          rules: [
            {
              id: 'a',
              name: 'A',
              shortDescription: { text: 'A.' },
              defaultConfiguration: { level: 'error' },
              messageStrings: { m: { text: '{0}' } },
              properties: { 'security-severity': '9.8', tags: ['security'] },
            },
          ],
          notifications: [{ id: 'n', defaultConfiguration: { level: 'note' } }],
        },
        extensions: [{ name: 'more', guid: 'e', rules: [{ id: 'b' }] }],
      },
      invocations: [
        {
          executionSuccessful: true,
          toolExecutionNotifications: [{ level: 'note', descriptor: { id: 'n', index: 0 } }],
          ruleConfigurationOverrides: [{ descriptor: { id: 'b' }, configuration: { level: 'note' } }],
        },
      ],
      originalUriBaseIds: { ROOT: { uri: 'file:///work/' }, SRC: { uri: 'src/', uriBaseId: 'ROOT' } },
      artifacts: [{ location: { uri: 'src/b.c' } }],
      externalPropertyFileReferences: { artifacts: [] },
      results: [
        {
          ruleId: 'a',
          ruleIndex: 0,
          kind: 'fail',
          level: 'warning',
          baselineState: 'new',
          provenance: { invocationIndex: 0 },
          message: { id: 'm', arguments: ['x'] },
          suppressions: [{ kind: 'external', status: 'rejected' }],
          partialFingerprints: { line: 'abc:1' },
          properties: { tags: ['CWE-1'] },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'a.c', uriBaseId: 'SRC' },
                region: { startLine: 3, startColumn: 1, snippet: { text: 'f(x)' } },
              },
              logicalLocations: [{ fullyQualifiedName: 'f' }],
            },
          ],
        },
        {
          rule: { id: 'b', index: 0, toolComponent: { index: 0, guid: 'e', name: 'more' } },
          message: { text: 'y' },
          fingerprints: { whole: 'def' },
          locations: [{ physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 9 } } }],
        },
      ],
    },
  ],
};

const ZAP = {
  '@version': '2.15.0',
  site: [
    {
      '@name': 'https://a.example',
      alerts: [
        {
          pluginid: '1',
          alertRef: '1-1',
          alert: 'A',
          name: 'A',
          riskcode: '2',
          confidence: '3',
          count: '3',
          cweid: '1',
          instances: [{ uri: 'https://a.example/x', method: 'GET', param: 'p' }],
        },
        { pluginid: '2', alert: 'B', riskcode: '0', count: '1', instances: [{ uri: 'https://a.example/y' }] },
      ],
    },
  ],
};

function read(document: unknown): ScanReport | null {
  try {
    return readReport(new TextEncoder().encode(JSON.stringify(document)), 'scan.json');
  } catch (error) {
    if (error instanceof ConfigurationError) return null;
    throw error;
  }
}

const DOCUMENTS: Readonly<Record<ReportFormat, unknown>> = { sarif: SARIF, zap: ZAP };

const removesFindings: Readonly<Record<ReportFormat, (path: string, value: unknown) => boolean>> = {
  // Taking results away is how a scanner says that there are fewer.
  sarif: (path, value) => path === '/runs/0/results' || (/^\/runs\/0\/results\/\d$/.test(path) && value === undefined),
  zap: (path, value) =>
    /alerts$|site$|instances$/.test(path) || (value === undefined && /\/\d$/.test(path)) || /count$/.test(path),
};

describe('a report with one value replaced', () => {
  for (const format of READERS.map((reader) => reader.format)) {
    const document = DOCUMENTS[format];
    it(`${format}: is read, unknown or refused, and never loses a finding without a word`, () => {
      const whole = read(document)?.findings.length ?? 0;
      let tried = 0;
      for (const path of pathsOf(document)) {
        for (const value of JUNK) {
          const pointer = `/${path.join('/')}`;
          const report = read(withReplaced(document, path, value));
          const kept = report === null || !report.result.known || report.findings.length >= whole;
          const meant = removesFindings[format](pointer, value);
          expect([pointer, value, kept || meant]).toEqual([pointer, value, true]);
          for (const { severity, rule, fingerprint } of report?.findings ?? []) {
            expect([SEVERITIES.includes(severity), rule !== '', fingerprint]).toEqual([
              true,
              true,
              expect.stringMatching(/^sha256:/),
            ]);
          }
          tried += 1;
        }
      }
      expect(tried).toBeGreaterThan(200);
    });
  }
});
