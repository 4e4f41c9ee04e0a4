/** What makes a path change: an escape, a scheme or drive, a name that is empty or only dots. Most paths hold nothing of it. */
const MAY_CHANGE = /[%:\\]|(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * A URI or path as a scanner wrote it, as one plain path: percent-decoded where that is possible, `file://` and the drive's slash
 * gone, `/` between names, no `.` and no `..` that can be resolved. Other schemes are kept as they are, decoded. For showing and
 * comparing only: the answer may still climb (`../x`) or be absolute, and names a file of nobody's choosing.
 */
export function normalisePath(uri: string): string {
  if (!MAY_CHANGE.test(uri)) return uri;
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(uri)?.[1]?.toLowerCase() ?? null; // two letters at least: `C:` is a drive
  if (scheme !== null && scheme !== 'file') return decode(uri);
  const path = decode(uri.replace(/^file:(\/\/[^/]*)?/i, ''))
    .replaceAll('\\', '/')
    .replace(/^\/([a-z]:)/i, '$1');
  return withoutDots(path);
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text; // a bare `%` in a file name: the tool did not encode
    throw error;
  }
}

function withoutDots(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    const last = names.at(-1);
    if (name === '.' || (name === '' && names.length > 0)) continue;
    if (name === '..' && last !== undefined && last !== '..' && last !== '') names.pop();
    else if (name !== '..' || last !== '') names.push(name); // nothing is above the root
  }
  return names.join('/') || path;
}
