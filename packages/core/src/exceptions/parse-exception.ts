import { checkDocument } from '../controls/check-document.ts';
import { readStrictYaml } from '../controls/strict-yaml.ts';
import { exceptionFile, type Exception } from './exception.ts';

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
  return checkDocument(readStrictYaml(text, file), exceptionFile, {
    area: 'exceptions',
    docs: 'docs/exceptions.md',
    words: WORDS,
  });
}
