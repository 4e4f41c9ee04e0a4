import type { GitDatabase } from './git-database.ts';
import type { GitFile } from './git-tree.ts';

export interface ChangedFile {
  readonly path: string;
  readonly previous: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  /** Of the new content; of the old one if the file was removed. */
  readonly bytes: Buffer;
}

/** As a pull request shows them: from the merge base, and moves only where the content stayed the same. */
export function changedFiles(git: GitDatabase, base: string, head: string): ChangedFile[] {
  const start = git.mergeBase(base, head);
  const before = start === undefined ? new Map<string, GitFile>() : git.filesOf(git.commit(start).tree);
  const after = git.filesOf(git.commit(head).tree);
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const changes: ChangedFile[] = [];
  for (const [path, file] of after) {
    const old = before.get(path);
    if (old !== undefined) {
      if (!same(old, file)) changes.push({ path, previous: null, status: 'modified', bytes: file.content });
      continue;
    }
    const moved = [...removed].find(([, gone]) => same(gone, file));
    if (moved !== undefined) removed.delete(moved[0]);
    changes.push({ path, previous: moved?.[0] ?? null, status: moved === undefined ? 'added' : 'renamed', bytes: file.content });
  }
  for (const [path, file] of removed) changes.push({ path, previous: null, status: 'removed', bytes: file.content });
  return changes.sort((one, other) => (one.path < other.path ? -1 : 1));
}

const same = (one: GitFile, other: GitFile): boolean => one.mode === other.mode && one.content.equals(other.content);
