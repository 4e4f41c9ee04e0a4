import { ConfigurationError } from '@proofrail/core/outcomes';
import type { GitDesk } from './git-desk.ts';
import { failed } from './run-git.ts';

const MOST_FILES = 2_000;
const MOST_BYTES_PER_FILE = 1_048_576;
const REGULAR_FILE = /^100(644|755)$/; // 120000 is a symbolic link, 160000 a submodule

/** The files of one folder of a commit, read as data: no checkout, no filter. A folder that is not there is empty. */
export async function filesOf(desk: GitDesk, commit: string, folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const listed = await desk.run(['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', `${folder}/`]);
  if (listed.code !== 0) throw failed('ls-tree', listed.err);
  const entries = listed.out
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '');
  if (entries.length > MOST_FILES) throw unusable(`at most ${MOST_FILES} files`, String(entries.length), folder);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const tab = entry.indexOf('\t');
    const [meta, name] = [entry.slice(0, tab), entry.slice(tab + 1)];
    const [mode = '', , blob = '', size = ''] = meta.split(/ +/);
    if (!REGULAR_FILE.test(mode)) throw unusable('regular files only', `mode ${mode}`, name);
    if (Number(size) > MOST_BYTES_PER_FILE) throw unusable(`at most ${MOST_BYTES_PER_FILE} bytes`, `${size} bytes`, name);
    const read = await desk.run(['cat-file', 'blob', blob]);
    if (read.code !== 0) throw failed('cat-file', read.err);
    files.set(name.slice(folder.length + 1), read.out);
  }
  return files;
}

const unusable = (expected: string, found: string, at: string): ConfigurationError =>
  new ConfigurationError('git/files', { expected, found, at, doThis: 'keep in .proofrail/ only what configures the gate' });
