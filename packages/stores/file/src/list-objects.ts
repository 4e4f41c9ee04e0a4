import { opendirSync, type Dir } from 'node:fs';
import path from 'node:path';
import type { ObjectKey, ObjectVersion } from '@proofrail/core/ports';
import { isObjectName } from './object-path.ts';
import { storeFailure, systemCode } from './store-failure.ts';

/** Everything under `prefix` with a key greater than `after`, in ascending order of whole keys. `store/unavailable` if a folder cannot be read. */
export function* listObjects(root: string, prefix: string, after: string): Iterable<ObjectVersion> {
  yield* walk(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix, after);
}

function* walk(root: string, folder: string, prefix: string, after: string): Iterable<ObjectVersion> {
  for (const name of namesIn(path.join(root, folder))) {
    const key = folder + name;
    const isFolder = name.endsWith('/');
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

/**
 * What a folder holds, ascending; names of folders end in `/`, so that "1-pr/x" comes before "1/x" as whole keys do. Read entry by
 * entry: an array of a hundred thousand directory entries would cost more memory than everything else in a verification.
 */
function namesIn(directory: string): string[] {
  const names: string[] = [];
  const open = openFolder(directory);
  if (open === null) return names;
  try {
    for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
      if (isObjectName(entry.name)) names.push(entry.isDirectory() ? `${entry.name}/` : entry.name);
    }
  } catch (cause) {
    throw storeFailure(cause, directory, 'a folder that can be listed');
  } finally {
    open.closeSync();
  }
  return names.sort();
}

function openFolder(directory: string): Dir | null {
  try {
    return opendirSync(directory, { bufferSize: 1024 });
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw storeFailure(cause, directory, 'a folder that can be listed');
  }
}
