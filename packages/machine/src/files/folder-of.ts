import path from 'node:path';

/**
 * The folder that a `file:` URI names, such that `.key` or `.identities` behind it is the name of something beside it; null for any
 * other URI, and for the root, beside which nothing lies.
 */
export function folderOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  const written = uri.slice('file:'.length);
  // "..identities" would lie inside of "file:.", where nothing can be erased.
  const folder = /(^|\/)\.{1,2}\/*$/.test(written) ? path.resolve(written) : written.replace(/\/+$/, '');
  return folder === '' || folder === path.parse(folder).root ? null : folder;
}
