export type { Finding, Location } from './finding.ts';
export { readReport } from './read-report.ts';
export type { ReportFormat } from './readers.ts';
export type { ReportReader } from './report-reader.ts';
export type { ReportContent, ReportProblem, ReportTool, ScanReport, UnlistedRules } from './scan-report.ts';
