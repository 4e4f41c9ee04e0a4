import { SEVERITIES, type Severity } from '@proofrail/core/context';
import type { Outcome } from '@proofrail/core/outcomes';
import { readReport, type Finding, type ScanReport } from '@proofrail/core/reports';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { Answer } from '../answer.ts';
import type { FindingsOptions } from './declare-findings.ts';
import { findingsText } from './findings-text.ts';

export interface ReadReport extends ScanReport {
  readonly file: string;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/**
 * Every finding of every report, the gravest first. A report that proves nothing makes the answer `deny`: an empty list from a
 * scanner that crashed must not look clean (design §11, lines 1 and 2).
 */
export function listFindings(files: readonly string[], options: FindingsOptions): Answer {
  const reports = files.map((file): ReadReport => ({
    file,
    ...readReport(readBoundedFile(file, { most: MOST_BYTES.report }), file),
  }));
  const findings = reports.flatMap((report) => report.findings.map((finding) => ({ report: report.file, ...finding })));
  findings.sort((a, b) => rank(a.severity) - rank(b.severity));
  const counts = countBySeverity(findings);
  return {
    outcome: outcomeOf(reports, findings, options.failOn),
    json: {
      counts,
      reports: reports.map(({ file, format, digest, tools, result, problem, findings: own }) => ({
        file,
        format,
        digest,
        tools,
        result,
        problem,
        findings: own.length,
      })),
      findings,
    },
    text: (page) => findingsText(reports, findings, counts, page),
  };
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as SeverityCounts;
}

function outcomeOf(reports: readonly ScanReport[], findings: readonly Finding[], failOn: FindingsOptions['failOn']): Outcome {
  if (reports.some((report) => !report.result.known)) return 'deny';
  // A finding without a severity may be of any: it counts as reaching the limit.
  const reached = (finding: Finding): boolean =>
    failOn !== undefined && (rank(finding.severity) <= rank(failOn) || finding.severity === 'unknown');
  return findings.some(reached) ? 'deny' : 'allow';
}
