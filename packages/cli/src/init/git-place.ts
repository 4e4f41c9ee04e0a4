import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigurationError, Failure } from '@proofrail/core/outcomes';
import { readBoundedFile } from '@proofrail/machine';

const MOST_BYTES = 16_777_216; // packed-refs of a repository with a hundred thousand branches

/** What of a git repository the files depend on: GitHub reads `.github/` at its root, and pushes of one branch are verified. */
export interface GitPlace {
  /** The branch that everybody starts from; null where the folder is no repository, or does not say. */
  readonly defaultBranch: string | null;
}

/** Reads files, and runs no git. ConfigurationError `init/not-the-root` below the root of a repository. */
export function gitPlace(folder: string): GitPlace {
  const own = path.join(folder, '.git');
  if (existsSync(own)) return { defaultBranch: defaultBranch(commonFolder(own)) };
  const root = ancestors(path.resolve(folder)).find((each) => existsSync(path.join(each, '.git')));
  if (root === undefined) return { defaultBranch: null };
  throw new ConfigurationError('init/not-the-root', {
    expected: 'the root of a repository: GitHub reads no .github/ below it',
    found: `a folder inside ${root}`,
    at: folder,
    doThis: `run it for the root: proofrail init ${root}`,
  });
}

function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [parent, ...ancestors(parent)];
}

/** Where branches lie: beside a worktree of its own, `.git` is a file that leads there (gitrepository-layout). */
function commonFolder(own: string): string {
  if (statSync(own).isDirectory()) return own;
  const [, worktree] = /^gitdir: (.+)$/m.exec(textOf(own)) ?? [];
  if (worktree === undefined) return own;
  const folder = path.resolve(path.dirname(own), worktree);
  const common = textOf(path.join(folder, 'commondir')).trim();
  return common === '' ? folder : path.resolve(folder, common);
}

/** What origin calls its default; else a branch of a usual name; else the one that is checked out. */
function defaultBranch(folder: string): string | null {
  const [, remote] = /^ref: refs\/remotes\/origin\/(.+)$/m.exec(textOf(path.join(folder, 'refs/remotes/origin/HEAD'))) ?? [];
  if (remote !== undefined) return remote;
  const packed = textOf(path.join(folder, 'packed-refs')).split('\n');
  const isThere = (name: string): boolean =>
    existsSync(path.join(folder, 'refs', 'heads', name)) || packed.some((line) => line.endsWith(` refs/heads/${name}`));
  const usual = ['main', 'master'].find(isThere);
  return usual ?? /^ref: refs\/heads\/(?!\.invalid$)(.+)$/m.exec(textOf(path.join(folder, 'HEAD')))?.[1] ?? null;
}

function textOf(file: string): string {
  try {
    return new TextDecoder().decode(readBoundedFile(file, { most: MOST_BYTES }));
  } catch (thrown) {
    if (thrown instanceof Failure) return '';
    throw thrown;
  }
}
