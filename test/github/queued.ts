import { subjectOf } from '@proofrail/github';
import { enqueue, type SoundChange } from '@proofrail/testkit';
import type { CollectOptions } from './collecting.ts';
import { runOn } from './more-changes.ts';

const repositoryOf = ({ repository }: SoundChange) => ({
  id: repository.id,
  name: repository.name,
  owner: { login: repository.owner },
});

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
      merge_group: { head_sha: group.head, head_ref: `refs/heads/${group.branch}`, base_ref: 'refs/heads/main' },
    }),
  };
}

/** GitHub tells of the last push to a branch. */
export function asThePushTells(change: SoundChange, branch = 'main'): CollectOptions {
  const ref = `refs/heads/${branch}`;
  const last = change.repository.pushes.filter((push) => push.ref === ref).at(-1);
  return {
    subject: subjectOf('push', {
      repository: repositoryOf(change),
      ref,
      before: last?.before,
      after: last?.after,
    }),
  };
}
