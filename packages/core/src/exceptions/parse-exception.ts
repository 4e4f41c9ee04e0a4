import { checkDocument } from '../documents/check-document.ts';
import { readStrictYaml, type YamlDocument } from '../documents/strict-yaml.ts';
import { exceptionFile, type Exception } from './exception.ts';
import { requireUse } from './require-use.ts';

const WORDS = [
  ...Object.keys(exceptionFile.entries),
  ...Object.keys(exceptionFile.entries.scope.entries),
  ...['finding', 'digest', 'path', 'description', 'evidence'],
];

/**
 * One file of `.proofrail/exceptions/`. What it says may still excuse nothing: `exceptionState` judges that.
 *
 * @throws ConfigurationError `yaml/...` or `exceptions/...` with file, line and column
 */
export function parseException(text: string, file: string): Exception {
  return exceptionOf(readStrictYaml(text, file));
}

/** The same from a document that was read already. */
export function exceptionOf(document: YamlDocument): Exception {
  const exception = checkDocument(document, exceptionFile, {
    area: 'exceptions',
    docs: 'docs/exceptions.md',
    words: WORDS,
  });
  requireUse(exception, document);
  return exception;
}
