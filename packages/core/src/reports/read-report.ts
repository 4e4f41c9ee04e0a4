import { sha256 } from '../canonical/digest.ts';
import { JsonCursor, parseDocument } from '../documents/index.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { READERS } from './readers.ts';
import type { ScanReport } from './scan-report.ts';

/**
 * Reads one scanner report, recognised by its content. `file` names it in errors and is never opened. Throws ConfigurationError
 * `json/...` for what is no strict JSON or too large, `report/unknown-format` for a document of nobody we know, and
 * `report/shape` with a JSON pointer for one that is not what it claims.
 */
export function readReport(bytes: Uint8Array, file: string): ScanReport {
  const value = parseDocument(bytes, file);
  const document = JsonCursor.over(value, {
    file,
    code: 'report/shape',
    doThis: 'let the scanner write the report again; do not mend it by hand',
  });
  const reader = READERS.find((one) => one.recognises(document));
  if (reader === undefined) throw unknownFormat(document, file);
  return { format: reader.format, mediaType: reader.mediaType, digest: sha256(bytes), bytes, ...reader.read(document) };
}

function unknownFormat(document: JsonCursor, file: string): ConfigurationError {
  return new ConfigurationError('report/unknown-format', {
    expected: READERS.map((reader) => reader.title).join(' or '),
    found: document.description(),
    at: file,
    doThis: 'let the scanner write SARIF 2.1.0; nearly all can',
  });
}
