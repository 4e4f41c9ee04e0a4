import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure } from './file-failure.ts';
import { readBoundedFile } from './read-bounded-file.ts';

const MOST_BYTES_PER_FILE = 1_048_576;
const MOST_FILES = 2_000;
const MOST_FOLDERS_DEEP = 6;

/**
 * The customer's `.proofrail/` folder: path inside it with `/` between names → bytes, in ascending path order. It decides what the
 * gate asks for, so nothing in it may point elsewhere: symbolic links are refused, not followed.
 *
 * @throws ConfigurationError `file/absent`, `file/not-a-folder`, `file/symbolic-link`, `file/not-a-file`, `file/too-large`,
 * `file/too-many`, `file/too-deep`
 * @throws UnavailableError `file/unreadable`
 */
export function readProofrailFolder(folder: string): ReadonlyMap<string, Uint8Array> {
  const names = list(folder);
  if (names.length > MOST_FILES) throw problem('file/too-many', `at most ${MOST_FILES} files`, String(names.length), folder);
  const read = (name: string): Uint8Array =>
    readBoundedFile(path.join(folder, name), { most: MOST_BYTES_PER_FILE, within: folder });
  return new Map(names.sort().map((name) => [name, read(name)]));
}

function list(folder: string): string[] {
  try {
    if (!lstatSync(folder).isDirectory()) throw problem('file/not-a-folder', 'a folder', 'a file or a symbolic link', folder);
    return filesUnder(folder, '', 0);
  } catch (cause) {
    throw fileFailure(folder, cause);
  }
}

function filesUnder(root: string, folder: string, depth: number): string[] {
  const here = path.join(root, folder);
  if (depth > MOST_FOLDERS_DEEP) throw problem('file/too-deep', `at most ${MOST_FOLDERS_DEEP} folders deep`, 'more', here);
  return readdirSync(here, { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, name, depth + 1);
    if (entry.isFile()) return [name];
    const at = path.join(root, name);
    if (entry.isSymbolicLink()) throw problem('file/symbolic-link', 'regular files and folders only', 'a symbolic link', at);
    throw problem('file/not-a-file', 'regular files and folders only', 'a pipe or device', at);
  });
}

const problem = (code: `file/${string}`, expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError(code, { expected, found, at, doThis: 'keep in .proofrail/ only what configures the gate' });
