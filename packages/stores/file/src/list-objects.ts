import { opendirSync, type Dir, type Dirent } from 'node:fs';
import path from 'node:path';
import type { ObjectKey, ObjectVersion } from '@proofrail/core/ports';
import { isObjectName } from './object-path.ts';
import { readFailure, systemCode } from './store-failure.ts';

/** Which part of a ledger is listed. */
export interface Listed {
  readonly prefix: string;
  /** Only keys greater than this one. */
  readonly after: string;
  /** The reader wants no more than so many. */
  readonly most: number;
  /** As it lies in the folders. */
  readonly inAnyOrder: boolean;
}

/** Everything that is wanted, in ascending order of whole keys if any. `store/unavailable` if a folder cannot be read. */
export function* listObjects(root: string, listed: Listed): Iterable<ObjectVersion> {
  const { prefix } = listed;
  yield* walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), listed);
}

/** The folders below `prefix` that hold an object, in whatever folder below. */
export function commonPrefixes(root: string, prefix: string): string[] {
  const listed = { prefix, after: '', most: 1, inAnyOrder: true };
  const folders = [...namesIn(root, prefix, listed)].filter((name) => name.endsWith('/')).map((name) => prefix + name);
  const holdsAny = (folder: string): boolean => {
    const [first] = walk(root, folder, { ...listed, prefix: folder });
    return first !== undefined;
  };
  return folders.filter(holdsAny).sort();
}

function* walk(root: string, folder: string, listed: Listed): Iterable<ObjectVersion> {
  for (const name of listed.inAnyOrder ? namesIn(root, folder, listed) : sortedNamesIn(root, folder, listed)) {
    const key = folder + name;
    if (name.endsWith('/')) yield* walk(root, key, listed);
    else yield { key: key as ObjectKey, version: null, kind: 'data', newest: true, size: null };
  }
}

/** A folder can hold a wanted key, or the key itself is one. */
function isWanted(key: string, { prefix, after }: Listed): boolean {
  return key.endsWith('/')
    ? (key.startsWith(prefix) || prefix.startsWith(key)) && !isBefore(key, after)
    : key.startsWith(prefix) && key > after;
}

/** Nothing inside `folder` (ending in `/`) can be greater than `after`. */
const isBefore = (folder: string, after: string): boolean => folder < after && !after.startsWith(folder);

const MANY = 4_096;

/** Ascending, so that "1-pr/x" comes before "1/x" as whole keys do. Nothing is kept that nobody wants. */
function sortedNamesIn(root: string, folder: string, listed: Listed): string[] {
  const folders: string[] = [];
  let files: string[] = [];
  for (const name of namesIn(root, folder, listed)) {
    (name.endsWith('/') ? folders : files).push(name);
    if (files.length >= MANY + listed.most) files = files.sort().slice(0, listed.most);
  }
  return [...folders, ...files].sort();
}

/**
 * What is wanted of a folder, as it comes; names of folders end in `/`. Entry by entry: an array of a million names would cost more memory
 * than everything else in a verification.
 */
function* namesIn(root: string, folder: string, listed: Listed): Iterable<string> {
  const directory = path.join(root, folder);
  const open = openFolder(directory);
  if (open === null) return;
  try {
    for (let entry = next(open, directory); entry !== null; entry = next(open, directory)) {
      const name = entry.isDirectory() ? `${entry.name}/` : entry.name;
      if (isObjectName(entry.name) && isWanted(folder + name, listed)) yield name;
    }
  } finally {
    open.closeSync();
  }
}

function next(open: Dir, directory: string): Dirent | null {
  try {
    return open.readSync();
  } catch (cause) {
    throw readFailure(cause, directory, 'a folder that can be listed');
  }
}

function openFolder(directory: string): Dir | null {
  try {
    return opendirSync(directory, { bufferSize: 1024 });
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw readFailure(cause, directory, 'a folder that can be listed');
  }
}
