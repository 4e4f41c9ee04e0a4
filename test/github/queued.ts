import { subjectOf } from '@proofrail/github';
import { approve, commitFiles, enqueue, moveBranch, openPullRequest, runWorkflow, type SoundChange } from '@proofrail/testkit';
import type { CollectOptions } from './collecting.ts';

const repositoryOf = ({ repository }: SoundChange) => ({
  id: repository.id,
  name: repository.name,
  owner: { login: repository.owner },
});

/** A second change as sound as the first, by the same people. */
export function another(change: SoundChange): SoundChange {
  const { scenario, repository, author, security, platform } = change;
  const parents = [repository.branches.get('main') ?? ''];
  const head = commitFiles(scenario, { files: { 'src/other.js': 'export {};\n' }, parents, author });
  moveBranch(scenario, repository, 'feature/other', head.oid, author.id);
  const opened = openPullRequest(scenario, repository, { number: 42, author, from: { branch: 'feature/other' } });
  approve(opened, security);
  approve(opened, platform);
  return { ...change, ...opened };
}

/** The runs of the sound change once more, on a commit that is not its head. */
export function runOn(change: SoundChange, commit: string, event: string): void {
  const { scenario, repository, author, runs } = change;
  const about = { commit, branch: 'main', actor: author, event };
  runWorkflow(scenario, repository, { ...about, path: '.github/workflows/test.yml', jobs: { test: 'success' } });
  const scan = runWorkflow(scenario, repository, {
    ...about,
    path: '.github/workflows/security-scan.yml',
    jobs: { sast: 'success' },
  });
  // The same bytes: what a scanner says of the same tree.
  scan.artifacts.push(...runs.scan.artifacts);
}

/** Into the queue, and through every check on the commit that it builds. */
export function intoTheQueue(first: SoundChange, ...rest: readonly SoundChange[]): void {
  const group = enqueue([first, ...rest], first.security);
  runOn(first, group.head, 'merge_group');
}

/** The queue asks for checks of the last group that it built. */
export function asTheQueueAsks(change: SoundChange): CollectOptions {
  const group = change.repository.queue.at(-1);
  if (group === undefined) throw new Error('nothing is in the queue');
  return {
    subject: subjectOf('merge_group', {
      action: 'checks_requested',
      repository: repositoryOf(change),
      merge_group: { head_sha: group.head, base_ref: 'refs/heads/main' },
    }),
  };
}

/** GitHub tells of the last push to main. */
export function asThePushTells(change: SoundChange): CollectOptions {
  const last = change.repository.pushes.filter(({ ref }) => ref === 'refs/heads/main').at(-1);
  return {
    subject: subjectOf('push', {
      repository: repositoryOf(change),
      ref: 'refs/heads/main',
      before: last?.before,
      after: last?.after,
    }),
  };
}
