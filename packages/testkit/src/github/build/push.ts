import type { Commit } from '../state/commit.ts';
import type { Person } from '../state/person.ts';
import type { Change } from './change.ts';
import { commitFiles, type FileChanges, type NewCommit } from './commit-files.ts';
import { moveBranch } from './move-branch.ts';
import { tryMerge } from './try-merge.ts';

export interface NewPush extends Pick<NewCommit, 'committer' | 'message' | 'signature' | 'authorEmail'> {
  readonly files?: FileChanges;
  readonly author?: Person;
  /** Who moved the branch, if not the author: the one thing here that GitHub knows and nobody types. */
  readonly by?: Person;
}

/** A commit on the head branch of the pull request. */
export function push(change: Change, by: Person, options: NewPush = {}): Commit {
  const { scenario, pullRequest } = change;
  const commit = commitFiles(scenario, {
    ...options,
    files: options.files ?? { [`src/pushed-${scenario.nextId()}.js`]: 'export {};\n' },
    author: options.author ?? by,
    parents: [pullRequest.head.commit],
  });
  moveHead(change, commit.oid, options.by ?? by);
  return commit;
}

/** The head branch goes to any commit at all; GitHub notes it on the timeline. */
export function forcePush(change: Change, to: string, by: Person): void {
  const { pullRequest } = change;
  const before = pullRequest.head.commit;
  moveHead(change, to, by, 'force_push');
  pullRequest.timeline.push({ kind: 'HeadRefForcePushedEvent', at: change.scenario.now, actor: by.id, before, after: to });
}

function moveHead(change: Change, to: string, by: Person, kind?: 'force_push'): void {
  const { scenario, pullRequest } = change;
  if (pullRequest.head.repository === null) throw new Error('the fork is gone: nobody can push to it');
  moveBranch(scenario, scenario.repository(pullRequest.head.repository), pullRequest.head.branch, to, by.id, kind);
  pullRequest.head = { ...pullRequest.head, commit: to };
  pullRequest.updatedAt = scenario.now;
  tryMerge(change);
}
