import type { QueueGroup } from '../state/repository.ts';
import type { Change } from './change.ts';
import { land } from './merge.ts';
import { moveBranch } from './move-branch.ts';

/** The queue merges what it tested: the branch goes to the group's own commit. */
export function landGroup(changes: readonly [Change, ...Change[]], group: QueueGroup): string {
  const { scenario, repository } = changes[0];
  for (const entry of group.entries) {
    const change = changes.find(({ pullRequest }) => pullRequest.number === entry.number);
    if (change === undefined) throw new Error(`pull request ${entry.number} of the group was not handed in`);
    land(change, entry.head, scenario.person(entry.enqueuer));
  }
  moveBranch(scenario, repository, group.base.branch, group.head, group.entries[0]?.enqueuer ?? null, 'merge_queue_merge');
  repository.queue.splice(repository.queue.indexOf(group), 1);
  repository.branches.delete(group.branch);
  return group.head;
}
