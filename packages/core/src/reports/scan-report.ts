import type { Sha256 } from '../canonical/digest.ts';
import type { Fact } from '../facts/fact.ts';
import type { Finding } from './finding.ts';
import type { ReportFormat } from './readers.ts';

export interface ScanReport extends ReportContent {
  readonly format: ReportFormat;
  readonly mediaType: string;
  /** Of the bytes as they were handed over. */
  readonly digest: Sha256;
  /** Evidence keeps them where they can be erased. */
  readonly bytes: Uint8Array;
}

export interface ReportContent {
  readonly tools: readonly ReportTool[];
  /**
   * Known only when the report itself shows a scan that ran to its end with rules loaded. A crashed, empty or rule-less scan is
   * unknown, never clean; its findings are kept all the same, since they may add to a denial.
   */
  readonly result: Fact<{ rules: number; findings: number }>;
  /**
   * What the result would be if some tools' clean reports may list no rules; null where the report says nothing of the kind. Only the
   * registry can allow that, tool by tool (`clean_reports_list_no_rules`).
   */
  readonly unlisted: UnlistedRules | null;
  /** What of it made the result unknown, for people; null where it is known. Decides nothing. */
  readonly problem: ReportProblem | null;
  readonly findings: readonly Finding[];
}

/** What keeps a report from proving anything: the first thing that was met. */
export type ReportProblem = 'no-run' | 'no-tool' | 'no-results' | 'ended-badly' | 'elsewhere' | 'no-rules' | 'no-alert';

/** Runs that say they ended well and found nothing, and list no rule that would show it. */
export interface UnlistedRules {
  /** The tools whose word this rests on, at least one. */
  readonly tools: readonly string[];
  /** Of the runs beside them that do list theirs. */
  readonly rules: number;
}

export interface ReportTool {
  readonly name: string;
  readonly version: string | null;
}
