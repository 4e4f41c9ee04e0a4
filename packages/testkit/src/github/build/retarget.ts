import type { Person } from '../state/person.ts';
import type { Change } from './change.ts';
import { tryMerge } from './try-merge.ts';

/** The pull request now goes into another branch; its reviews stay. */
export function retarget(change: Change, into: string, by: Person): void {
  const { scenario, repository, pullRequest } = change;
  const seen = repository.branches.get(into);
  if (seen === undefined) throw new Error(`no branch ${into}`);
  pullRequest.timeline.push({
    kind: 'BaseRefChangedEvent',
    at: scenario.later(),
    actor: by.id,
    from: pullRequest.base.branch,
    to: into,
  });
  pullRequest.base = { branch: into, seen };
  tryMerge(change);
}
