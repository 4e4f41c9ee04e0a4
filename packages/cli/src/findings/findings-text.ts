import type { Severity } from '@proofrail/core/context';
import type { Finding, ReportProblem } from '@proofrail/core/reports';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import type { Style } from '../terminal/style.ts';
import { table } from '../terminal/table.ts';
import type { ReadReport, SeverityCounts } from './list-findings.ts';

export function findingsText(
  reports: readonly ReadReport[],
  findings: readonly Finding[],
  counts: SeverityCounts,
  page: Page,
): string {
  const { style } = page;
  const width = page.columns === undefined ? {} : { columns: page.columns };
  const rows = findings.map((finding) => [
    { text: finding.severity, look: severityLook(finding.severity, style) },
    shown(finding.rule),
    { text: place(finding), look: style.quiet },
    shown(finding.title) + (finding.suppressed ? ' (suppressed by the scanner; still counts as open)' : ''),
  ]);
  const head = table(
    reports.map((report) => [shown(report.file), shown(toolsOf(report)), resultOf(report, style)]),
    width,
  );
  return [head, ...(rows.length === 0 ? [] : ['', table(rows, width)]), '', summary(reports, counts, style)].join('\n');
}

const toolsOf = (report: ReadReport): string =>
  report.tools.map(({ name, version }) => (version === null ? name : `${name} ${version}`)).join(', ') || 'no tool named';

const resultOf = ({ result, problem }: ReadReport, style: Style) =>
  result.known
    ? { text: `${counted(result.value.rules, 'rule')}, ${counted(result.value.findings, 'finding')}` }
    : { text: `unknown: ${problem === null ? result.why : WORDS[problem]}. This report proves nothing`, look: style.bad };

const WORDS: Readonly<Record<ReportProblem, string>> = {
  'no-run': 'it holds no run of a scanner',
  'no-tool': 'a run does not say which tool it is of',
  'no-results': 'a run lists no results, not even an empty list',
  'ended-badly': 'a run did not end well',
  elsewhere: 'its results lie in other files',
  'no-rules': 'a run lists no rules, so nothing shows what it looked for',
  'no-alert': 'it lists no alert, and ZAP names only rules that spoke',
};

function place({ location }: Finding): string {
  if (location === null) return 'no location';
  return shown([location.file, location.line, location.column].filter((part) => part !== null).join(':'));
}

function severityLook(severity: Severity, style: Style): (text: string) => string {
  if (severity === 'critical' || severity === 'high' || severity === 'unknown') return style.bad;
  return severity === 'medium' ? style.caution : style.quiet;
}

/** Nothing found by a scan that proves nothing is no clean result. */
function summary(reports: readonly ReadReport[], counts: SeverityCounts, style: Style): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  const found = parts.length === 0 ? 'no findings' : parts.map(([severity, count]) => `${count} ${severity}`).join(', ');
  const unknown = reports.filter(({ result }) => !result.known).length;
  if (unknown === 0) return style.strong(found);
  return style.bad(`${found}, and ${counted(unknown, 'report')} that ${unknown === 1 ? 'proves' : 'prove'} nothing`);
}
