import { readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { ObjectKey, ObjectVersion } from '@proofrail/core/ports';
import { isObjectName } from './object-path.ts';
import { storeFailure, systemCode } from './store-failure.ts';

/** Everything under `prefix` with a key greater than `after`, in ascending order of whole keys. `store/unavailable` if a folder cannot be read. */
export function* listObjects(root: string, prefix: string, after: string): Iterable<ObjectVersion> {
  yield* walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix, after);
}

function* walk(root: string, folder: string, prefix: string, after: string): Iterable<ObjectVersion> {
  for (const { key, isFolder } of children(path.join(root, folder), folder)) {
    const wanted = key.startsWith(prefix) || (isFolder && prefix.startsWith(key));
    if (!wanted) continue;
    if (isFolder) {
      if (!isBefore(key, after)) yield* walk(root, key, prefix, after);
    } else if (key > after) {
      yield { key: key as ObjectKey, version: null, kind: 'data', newest: true, size: null };
    }
  }
}

/** Nothing inside `folder` (ending in `/`) can be greater than `after`. */
const isBefore = (folder: string, after: string): boolean => folder < after && !after.startsWith(folder);

function children(directory: string, folder: string): { key: string; isFolder: boolean }[] {
  const entries = readEntries(directory).filter((entry) => isObjectName(entry.name));
  // A folder sorts by its name with the slash: "1-pr/x" comes before "1/x".
  const named = entries.map((entry) => ({
    key: folder + entry.name + (entry.isDirectory() ? '/' : ''),
    isFolder: entry.isDirectory(),
  }));
  return named.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function readEntries(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return [];
    throw storeFailure(cause, directory, 'a folder that can be listed');
  }
}
