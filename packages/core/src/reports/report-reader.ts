import type { JsonCursor } from '../documents/index.ts';
import type { ReportContent } from './scan-report.ts';

/** One report format. To add another: copy `zap/` and go on as CONTRIBUTING.md says. */
export interface ReportReader {
  /** Names the format in JSON and in records. */
  readonly format: string;
  /** The format's name and version as people know it. */
  readonly title: string;
  /** Of its files, as records name it. */
  readonly mediaType: string;
  /** By content, never by file name. True means that `read` may refuse the document, not that another reader may try. */
  recognises(document: JsonCursor): boolean;
  /** Throws ConfigurationError `report/...` with a JSON pointer when the document is not what it claims. */
  read(document: JsonCursor): ReportContent;
}
