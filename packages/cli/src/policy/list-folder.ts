import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { fileFailure } from '@proofrail/machine';

/** What lies in a folder and was not read. It is always named: a test that silently did not run would look like one that passed. */
export interface Skipped {
  readonly path: string;
  readonly why: 'symbolic-link' | 'dependencies' | 'hidden' | 'not-an-object';
}

export interface Listing {
  /** With `/` between names, in ascending order. */
  readonly names: readonly string[];
  readonly skipped: readonly Skipped[];
}

const MOST_FILES = 20_000;
const MOST_FOLDERS_DEEP = 32;
const DEPENDENCIES = 'node_modules';

/**
 * Every regular file below a folder that belongs to its owner. Links are not followed: one could lead out of the folder, or round in
 * circles.
 *
 * @throws ConfigurationError `file/absent`, `file/not-a-folder`, `file/too-many`, `file/too-deep`
 * @throws UnavailableError `file/unreadable`
 */
export function listFolder(folder: string): Listing {
  try {
    if (!lstatSync(folder).isDirectory()) throw problem('file/not-a-folder', 'a folder', 'a file or a symbolic link', folder);
    const found = { names: new Array<string>(), skipped: new Array<Skipped>() };
    walk(folder, '', 0, found);
    return { names: found.names.sort(), skipped: found.skipped };
  } catch (cause) {
    throw fileFailure(folder, cause);
  }
}

function walk(root: string, folder: string, depth: number, found: { names: string[]; skipped: Skipped[] }): void {
  const here = path.join(root, folder);
  if (depth > MOST_FOLDERS_DEEP) throw problem('file/too-deep', `at most ${MOST_FOLDERS_DEEP} folders deep`, 'more', here);
  for (const entry of readdirSync(here, { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const why = reasonToSkip(entry);
    if (why !== undefined) found.skipped.push({ path: name, why });
    else if (entry.isDirectory()) walk(root, name, depth + 1, found);
    else if (entry.isFile()) found.names.push(name);
    if (found.names.length > MOST_FILES) throw problem('file/too-many', `at most ${MOST_FILES} files`, 'more', root);
  }
}

function reasonToSkip(entry: Dirent): Skipped['why'] | undefined {
  if (entry.isSymbolicLink()) return 'symbolic-link';
  if (entry.name.startsWith('.')) return 'hidden';
  return entry.isDirectory() && entry.name === DEPENDENCIES ? 'dependencies' : undefined;
}

const problem = (code: `file/${string}`, expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError(code, { expected, found, at, doThis: 'name the folder that holds the policies and their tests' });
