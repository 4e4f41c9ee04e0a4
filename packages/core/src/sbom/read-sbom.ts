import { sha256 } from '../canonical/digest.ts';
import { JsonCursor, parseDocument } from '../documents/index.ts';
import { ConfigurationError } from '../outcomes/index.ts';
import { cyclonedxReader } from './cyclonedx/cyclonedx-reader.ts';
import type { Sbom } from './sbom.ts';
import type { SbomReader } from './sbom-reader.ts';
import { spdxReader } from './spdx/spdx-reader.ts';

const READERS: readonly SbomReader[] = [cyclonedxReader, spdxReader];

/**
 * Reads one SBOM, recognised by its content. `file` names it in errors and is never opened. Checked is what is used here, not the
 * whole schema of the format. Throws ConfigurationError: `json/...`, `sbom/unknown-format`, `sbom/ambiguous`, `sbom/version`, `sbom/shape` and
 * `sbom/duplicate-ref` with a JSON pointer, and `sbom/empty` for one that lists nothing: it is no answer to "what is inside".
 */
export function readSbom(bytes: Uint8Array, file: string): Sbom {
  const document = JsonCursor.over(parseDocument(bytes, file), {
    file,
    code: 'sbom/shape',
    doThis: 'let the generator write the SBOM again; do not mend it by hand',
  });
  const [reader, another] = READERS.filter((one) => one.recognises(document));
  if (reader === undefined) throw unknownFormat(document, file);
  if (another !== undefined) throw ambiguous([reader, another], file);
  const content = reader.read(document);
  if (content.components.length === 0) throw empty(file);
  return { format: reader.format, digest: sha256(bytes), ...content };
}

function unknownFormat(document: JsonCursor, file: string): ConfigurationError {
  return new ConfigurationError('sbom/unknown-format', {
    expected: READERS.map((reader) => reader.title).join(' or '),
    found: document.description(),
    at: file,
    doThis: 'let the generator write one of these formats as JSON',
  });
}

/** Which of its two lists is the right one depends on who reads it: two tools would say two things about one artifact. */
function ambiguous(readers: readonly SbomReader[], file: string): ConfigurationError {
  return new ConfigurationError('sbom/ambiguous', {
    expected: 'one format',
    found: `a document that says it is ${readers.map((reader) => reader.title).join(' and ')}`,
    at: file,
    doThis: 'let the generator write one of them into a file of its own',
  });
}

function empty(file: string): ConfigurationError {
  return new ConfigurationError('sbom/empty', {
    expected: 'at least one component',
    found: 'none',
    at: file,
    doThis: 'check that the generator saw the built artifact or the lockfile, not an empty folder',
  });
}
