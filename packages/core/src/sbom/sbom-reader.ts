import type { JsonCursor } from '../documents/index.ts';
import type { SbomContent, SbomFormat } from './sbom.ts';

/** One SBOM format, like `ReportReader` of the scanner reports. */
export interface SbomReader {
  readonly format: SbomFormat;
  readonly title: string;
  recognises(document: JsonCursor): boolean;
  /** Throws ConfigurationError `sbom/...` with a JSON pointer when the document is not what it claims. */
  read(document: JsonCursor): SbomContent;
}
