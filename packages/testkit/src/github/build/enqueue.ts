import type { Person } from '../state/person.ts';
import type { QueueGroup } from '../state/repository.ts';
import type { Change } from './change.ts';
import { mergeCommit } from './merge.ts';

/** The queue builds one commit per pull request, each on the one before, and tests the last (gate.md rows 20 and 48). */
export function enqueue(changes: readonly [Change, ...Change[]], by: Person): QueueGroup {
  const { scenario, repository, pullRequest } = changes[0];
  const branch = pullRequest.base.branch;
  const base = repository.branches.get(branch) ?? pullRequest.base.seen;
  let head = base;
  const entries = changes.map((change) => {
    head = mergeCommit(change, head, by, 'squash');
    const at = scenario.later();
    change.pullRequest.timeline.push({ kind: 'AddedToMergeQueueEvent', at, actor: by.id });
    return { number: change.pullRequest.number, enqueuer: by.id, head, at };
  });
  const last = changes.at(-1)?.pullRequest.number ?? pullRequest.number;
  const group: QueueGroup = {
    id: scenario.nextId(),
    base: { branch, commit: base },
    head,
    branch: `gh-readonly-queue/${branch}/pr-${last}-${base}`,
    entries,
  };
  repository.queue.push(group);
  repository.branches.set(group.branch, head);
  return group;
}
