import type { Sha256 } from '../canonical/digest.ts';
import type { Fact } from '../context/fact.ts';
import type { Finding } from './finding.ts';
import type { ReportFormat } from './readers.ts';

export interface ScanReport extends ReportContent {
  readonly format: ReportFormat;
  /** Of the bytes as they were handed over. */
  readonly digest: Sha256;
}

export interface ReportContent {
  readonly tools: readonly ReportTool[];
  /**
   * Known only when the report itself shows a scan that ran to its end with rules loaded. A crashed, empty or rule-less scan is
   * unknown, never clean; its findings are kept all the same, since they may add to a denial.
   */
  readonly result: Fact<{ rules: number; findings: number }>;
  readonly findings: readonly Finding[];
}

export interface ReportTool {
  readonly name: string;
  readonly version: string | null;
}
