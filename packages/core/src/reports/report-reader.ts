import type { JsonCursor } from '../documents/index.ts';
import type { ReportContent, ReportFormat } from './scan-report.ts';

/**
 * One report format. To add a third: copy `zap-reader.ts`, change (1) what `recognises` looks for, (2) the severity table and
 * (3) how an entry becomes a finding; then list it in `read-report.ts` and in `ReportFormat`.
 */
export interface ReportReader {
  readonly format: ReportFormat;
  /** The format's name and version as people know it. */
  readonly title: string;
  /** By content, never by file name. True means that `read` may refuse the document, not that another reader may try. */
  recognises(document: JsonCursor): boolean;
  /** Throws ConfigurationError `report/...` with a JSON pointer when the document is not what it claims. */
  read(document: JsonCursor): ReportContent;
}
