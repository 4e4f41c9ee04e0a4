import { expect, it } from '@jest/globals';
import { readReport } from '@proofrail/core/reports';
import { findingsText } from './findings-text.ts';
import { styleFor } from '../terminal/style.ts';

const COUNTS = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 };
const page = { style: styleFor({ isTTY: false, env: {} }) };

it.each([
  ['no run', [], 'it holds no run of a scanner'],
  [
    'no rules',
    [{ tool: { driver: { name: 'scanner' } }, results: [] }],
    'a run lists no rules, so nothing shows what it looked for',
  ],
  ['no results', [{ tool: { driver: { name: 'scanner' } } }], 'a run lists no results, not even an empty list'],
  ['no tool', [{ tool: { driver: {} }, results: [] }], 'a run does not say which tool it is of'],
  [
    'a bad end',
    [{ tool: { driver: { name: 'scanner', rules: [{ id: 'a' }] } }, invocations: [{ executionSuccessful: false }], results: [] }],
    'a run did not end well',
  ],
])('a report with %s is not called clean, and people read why', (_, runs, why) => {
  const report = readReport(Buffer.from(JSON.stringify({ version: '2.1.0', runs })), 'a.sarif');
  const text = findingsText([{ ...report, file: 'a.sarif' }], [], COUNTS, page);
  expect(text).toContain(`unknown: ${why}. This report`);
  expect(text).not.toContain(' or lists ');
  // The last line is what a log is read for.
  expect(text.split('\n').at(-1)).toBe('no findings, and 1 report that proves nothing');
});

it('an empty report of ZAP says why it proves nothing', () => {
  const report = readReport(Buffer.from(JSON.stringify({ '@version': '2.16.1', site: [] })), 'zap.json');
  const text = findingsText([{ ...report, file: 'zap.json' }], [], COUNTS, page);
  expect(text).toContain('unknown: it lists no alert, and ZAP names only rules that spoke. This report proves nothing');
});
