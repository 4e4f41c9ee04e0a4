import { expect, it } from '@jest/globals';
import { readReport } from '@proofrail/core/reports';
import { findingsText } from './findings-text.ts';
import { styleFor } from '../terminal/style.ts';

const COUNTS = { critical: 0, high: 0, medium: 0, low: 0, none: 0, unknown: 0 };
const page = { style: styleFor({ isTTY: false, env: {} }) };

it.each([
  ['no run', [], 'absent, it holds no run'],
  ['no rules', [{ tool: { driver: { name: 'scanner' } }, results: [] }], 'unusable, a run did not end well, or lists'],
])('a report with %s is not called clean, and people read why', (_, runs, why) => {
  const report = readReport(Buffer.from(JSON.stringify({ version: '2.1.0', runs })), 'a.sarif');
  const text = findingsText([{ ...report, file: 'a.sarif' }], [], COUNTS, page);
  expect(text).toContain(`unknown: ${why}`);
  // The last line is what a log is read for.
  expect(text.split('\n').at(-1)).toBe('no findings, and 1 report that proves nothing');
});
