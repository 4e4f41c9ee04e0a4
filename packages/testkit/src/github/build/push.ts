import type { Commit } from '../state/commit.ts';
import type { Person } from '../state/person.ts';
import { pullRequestsFrom } from '../state/pull-requests-from.ts';
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

/** Every pull request follows its branch for as long as it is open. */
function moveHead({ scenario, pullRequest: { head } }: Change, to: string, by: Person, kind?: 'force_push'): void {
  if (head.repository === null) throw new Error('the fork is gone: nobody can push to it');
  const source = scenario.repository(head.repository);
  moveBranch(scenario, source, head.branch, to, by.id, kind);
  for (const { pull, into } of pullRequestsFrom(scenario, source, head.branch)) {
    if (pull.closed !== null) continue;
    pull.head = { ...pull.head, commit: to };
    pull.updatedAt = scenario.now;
    tryMerge({ scenario, repository: into, pullRequest: pull });
  }
}
