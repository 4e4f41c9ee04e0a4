import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readFacts } from '@proofrail/core/context';
import { readReport } from '@proofrail/core/reports';

interface Row {
  readonly file: string;
  readonly tool: string;
  readonly counts: readonly number[];
}

/** The table of the README: file, tool, what was scanned, then critical, high, medium, low. */
const rows: readonly Row[] = readFileSync('examples/reports/README.md', 'utf8')
  .split('\n')
  .map((line) => line.replaceAll('*', '').split('|').map((cell) => cell.trim()))
  .filter(([, file]) => /^`.*\.sarif`$/.test(file ?? ''))
  .map(([, file = '', tool = '', , ...counts]) => ({
    file: file.replaceAll('`', ''),
    tool: tool.split(' ')[0] ?? '',
    counts: counts.slice(0, 4).map(Number),
  }));

const read = (file: string) => readReport(readFileSync(`examples/reports/${file}`), file);

describe('reports by real scanners', () => {
  it('are all in the table of their README', () => {
    const files = ['allowed', 'denied'].flatMap((set) => readdirSync(`examples/reports/${set}`).map((name) => `${set}/${name}`));
    expect(rows.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it.each(rows)('$file was written by $tool, shows a finished scan, and finds what its README says', ({ file, tool, counts }) => {
    const report = read(file);
    expect(report.tools.map(({ name }) => name.split(' ')[0])).toEqual([tool]);
    expect(report.result).toMatchObject({ known: true, value: { findings: report.findings.length } });
    const found = (['critical', 'high', 'medium', 'low'] as const).map(
      (severity) => report.findings.filter((finding) => finding.severity === severity).length,
    );
    expect(found).toEqual(counts);
    expect(found.reduce((sum, count) => sum + count)).toBe(report.findings.length);
  });

  it('deny by exactly one critical finding, and allow with nothing above medium', () => {
    const severities = (set: string): string[] =>
      rows.filter(({ file }) => file.startsWith(set)).flatMap(({ file }) => read(file).findings.map(({ severity }) => severity));
    expect(severities('denied').filter((severity) => severity !== 'medium')).toEqual(['critical']);
    expect(severities('allowed').filter((severity) => severity !== 'medium')).toEqual(['low']);
  });

  it.each(['denied', 'allowed'])('are the ones that the facts of the %s change name', (set) => {
    const facts = readFacts(readFileSync(`examples/changes/${set}.facts.json`), `${set}.facts.json`);
    const named = facts.scans.known ? facts.scans.value.items.map(({ report }) => report) : [];
    const written = rows.filter(({ file }) => file.startsWith(set)).map(({ file }) => read(file).digest);
    expect([...named].sort()).toEqual([...written].sort());
  });

  it.each(rows)('$file says nothing about the machine it was written on', ({ file }) => {
    expect(readFileSync(`examples/reports/${file}`, 'utf8')).not.toMatch(/\/(?:home|root|tmp|Users|work)\/|[A-Z]:\\/);
  });
});
