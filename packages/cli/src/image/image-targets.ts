import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure } from '@proofrail/machine';

/** What one word of the command line stands for. */
export type ImageTarget =
  | { readonly kind: 'reference'; readonly text: string }
  /** `isNamed`: by itself, and not as part of a folder, where files without any image lie beside the others. */
  | { readonly kind: 'file'; readonly file: string; readonly isNamed: boolean };

const MANIFEST = /\.(ya?ml|json)$/i;
const LOOKS_LIKE_A_PATH = new RegExp(`^[./]|${MANIFEST.source}`, 'i');
const NOT_OURS = new Set(['node_modules', '.git']);

/**
 * A path that exists is a file, or a folder whose manifests are all read. What merely looks like one counts as one too, so that a
 * mistyped file name is an absent file and not an odd image.
 *
 * @throws ConfigurationError `image/standard-input`; UnavailableError `file/unreadable` for a folder that this process may not look into
 */
export function imageTargets(words: readonly string[]): ImageTarget[] {
  return words.flatMap((word): ImageTarget[] => {
    if (word === '-') throw notFromStandardInput();
    if (!existsSync(word))
      return [LOOKS_LIKE_A_PATH.test(word) ? { kind: 'file', file: word, isNamed: true } : { kind: 'reference', text: word }];
    if (!statSync(word).isDirectory()) return [{ kind: 'file', file: word, isNamed: true }];
    return manifestsIn(word).map((file) => ({ kind: 'file', file, isNamed: false }));
  });
}

const notFromStandardInput = (): ConfigurationError =>
  new ConfigurationError('image/standard-input', {
    expected: 'an image reference, a manifest or a folder: nothing is read from standard input here',
    found: '-',
    at: 'the command line',
    doThis: 'write it to a file first, such as rendered.yaml, and name that',
  });

/** What "kubectl apply --recursive" would apply: linked files too, while links to folders, which may lead in circles, are not followed. */
function manifestsIn(folder: string): string[] {
  const entries = entriesOf(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : manifestsIn(at);
    return MANIFEST.test(entry.name) && !leadsToFolder(entry, at) ? [at] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw fileFailure(folder, cause);
  }
}

function leadsToFolder(entry: Dirent, at: string): boolean {
  try {
    return entry.isSymbolicLink() && statSync(at).isDirectory();
  } catch {
    return false; // whoever reads the file says what is wrong with it
  }
}
