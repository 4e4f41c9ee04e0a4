import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { syncFolder } from './staged-file.ts';
import { storeFailure, systemCode } from './store-failure.ts';

/** Makes a folder and those above it, each durable before anything is put inside. Links on the way are refused: `store/not-a-folder`. */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
    syncFolder(parent);
  } catch (cause) {
    if (systemCode(cause) !== 'EEXIST') throw storeFailure(cause, folder, 'permission to make a folder');
  }
}

/** True for a folder, false for nothing; anything else, a symbolic link too, is refused. */
export function isFolder(folder: string): boolean {
  const stat = lstat(folder);
  if (stat === null) return false;
  if (stat.isDirectory()) return true;
  throw new ConfigurationError('store/not-a-folder', {
    expected: 'a folder of its own',
    found: stat.isSymbolicLink() ? 'a symbolic link' : 'something that is no folder',
    at: folder,
    doThis: 'Name the real folder: a link can be pointed elsewhere between two writes.',
  });
}

function lstat(folder: string): Stats | null {
  try {
    return lstatSync(folder);
  } catch (cause) {
    if (systemCode(cause) === 'ENOENT') return null;
    throw storeFailure(cause, folder, 'a folder that can be looked at');
  }
}
