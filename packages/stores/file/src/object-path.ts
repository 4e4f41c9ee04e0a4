import { ConfigurationError } from '@proofrail/core/outcomes';

const KEY = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,254}(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,254})*$/; // 255 bytes: NAME_MAX of every file system in use
const MAX_KEY = 1024; // S3's limit: a ledger must be able to move into a bucket

/** Where a key lies under `root`. Keys that a folder cannot hold safely are refused: `store/key`. */
export function objectPath(root: string, key: string): string {
  if (key.length <= MAX_KEY && KEY.test(key)) return `${root}/${key}`; // no part is ".", "..", or empty: nothing is left to resolve
  throw new ConfigurationError('store/key', {
    expected: 'a key of letters, digits and . _ ~ - in parts of at most 255, none starting with a dot',
    found: JSON.stringify(key.slice(0, 120)),
    at: root,
    doThis: 'Report this as a defect: no key of the ledger has another form.',
  });
}

/** The folder of an object, by the path that objectPath gave. */
export const folderOf = (target: string): string => target.slice(0, target.lastIndexOf('/'));

/** Names that no key can have (`.tmp`, `.DS_Store`) are no objects of the store. */
export function isObjectName(name: string): boolean {
  return !name.startsWith('.');
}
