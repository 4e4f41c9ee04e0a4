export type { Finding, Location } from './finding.ts';
export { readReport } from './read-report.ts';
export type { ReportReader } from './report-reader.ts';
export type { ReportContent, ReportFormat, ReportTool, ScanReport } from './scan-report.ts';
