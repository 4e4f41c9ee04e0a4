import type { HistoryCommit, ReplayAnswer, TreeAnswer } from '@proofrail/core/ports';
import type { GitDesk } from './git-desk.ts';

const MOST_COMMITS = 250; // GitHub refuses to rebase more than 100

interface Merging {
  commit(id: string): Promise<HistoryCommit | null>;
  mergedTree(onto: string, head: string): Promise<TreeAnswer>;
}

/** What a rebase of `onto..head` gives, commit by commit: each is merged with its own parent as the base, as a cherry-pick is. */
export async function replayTrees(desk: GitDesk, git: Merging, onto: string, head: string): Promise<ReplayAnswer> {
  const listed = await desk.run(['rev-list', '--reverse', '--topo-order', '--no-merges', '--end-of-options', `${onto}..${head}`]);
  const start = await git.commit(onto);
  if (listed.code !== 0 || start === null) return { kind: 'incomplete' };
  const range = listed.out
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  if (range.length > MOST_COMMITS) return { kind: 'too-long' };
  const trees = [start.tree];
  for (const id of range) {
    const picked = await pick(desk, git, trees.at(-1) ?? start.tree, id);
    if (picked.kind !== 'clean') return picked;
    trees.push(picked.tree);
  }
  return { kind: 'clean', trees };
}

/**
 * `merge-tree --merge-base` came with git 2.40; 2.38 finds the base in history alone. So three commits are made for the purpose: the
 * parent's tree as the common root, and the two sides on it.
 */
async function pick(desk: GitDesk, git: Merging, onto: string, id: string): Promise<TreeAnswer> {
  const commit = await git.commit(id);
  const [parentId] = commit?.parents ?? [];
  const parent = parentId === undefined ? null : await git.commit(parentId);
  if (commit === null || parent === null) return { kind: 'incomplete' };
  const base = await commitOf(desk, parent.tree, null);
  const ours = base === null ? null : await commitOf(desk, onto, base);
  const theirs = base === null ? null : await commitOf(desk, commit.tree, base);
  return ours === null || theirs === null ? { kind: 'incomplete' } : git.mergedTree(ours, theirs);
}

async function commitOf(desk: GitDesk, tree: string, parent: string | null): Promise<string | null> {
  const argv = ['commit-tree', '-m', 'replayed', ...(parent === null ? [] : ['-p', parent]), tree];
  const { code, out } = await desk.run(argv);
  return code === 0 ? out.toString('utf8').trim() : null;
}
