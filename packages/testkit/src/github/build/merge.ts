import type { Person } from '../state/person.ts';
import type { Change } from './change.ts';
import { commitFiles, type FileChanges } from './commit-files.ts';
import { moveBranch } from './move-branch.ts';
import { changedFiles } from '../state/changed-files.ts';

export type MergeMethod = 'squash' | 'merge';

/** What the branch gains from the pull request, as a commit on top of `onto`. `extra` is what nobody reviewed. */
export function mergeCommit(change: Change, onto: string, by: Person, method: MergeMethod, extra: FileChanges = {}): string {
  const { scenario, pullRequest } = change;
  const head = pullRequest.head.commit;
  const after = scenario.git.filesOf(scenario.git.commit(head).tree);
  const files: Record<string, FileChanges[string]> = {};
  for (const file of changedFiles(scenario.git, onto, head)) {
    files[file.path] = after.get(file.path) ?? null;
    if (file.previous !== null) files[file.previous] = null;
  }
  const parents = method === 'merge' ? [onto, head] : [onto];
  const message = `${pullRequest.title} (#${pullRequest.number})`;
  return commitFiles(scenario, { files: { ...files, ...extra }, parents, author: by, message }).oid;
}

export function merge(change: Change, by: Person, method: MergeMethod = 'squash', extra: FileChanges = {}): string {
  const { scenario, repository, pullRequest } = change;
  const onto = repository.branches.get(pullRequest.base.branch) ?? pullRequest.base.seen;
  const commit = mergeCommit(change, onto, by, method, extra);
  land(change, commit, by);
  moveBranch(scenario, repository, pullRequest.base.branch, commit, by.id, 'pr_merge');
  return commit;
}

/** Marks the pull request as merged by a commit that is, or is about to be, on its base branch. */
export function land(change: Change, commit: string, by: Person): void {
  const { scenario, pullRequest } = change;
  const at = scenario.later();
  pullRequest.merged = { commit, by: by.id, at };
  pullRequest.closed = at;
  pullRequest.timeline.push({ kind: 'MergedEvent', at, actor: by.id, commit });
}
