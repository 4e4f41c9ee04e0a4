import type { CheckRun, CommitStatus } from '../state/check.ts';
import type { Person } from '../state/person.ts';
import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

export type NewCheck = Pick<CheckRun, 'name' | 'commit' | 'app'> & Partial<Pick<CheckRun, 'suite' | 'status' | 'conclusion'>>;

/** A check run that some app posts through the API; in a suite of its own unless it names one to hide in. */
export function postCheck(scenario: Scenario, repository: Repository, check: NewCheck): CheckRun {
  const startedAt = scenario.later();
  const status = check.status ?? 'completed';
  const posted: CheckRun = {
    suite: scenario.nextId(),
    conclusion: status === 'completed' ? 'success' : null,
    ...check,
    id: scenario.nextId(),
    status,
    startedAt,
    completedAt: status === 'completed' ? startedAt : null,
  };
  repository.checkRuns.push(posted);
  return posted;
}

/** Anybody with write access can set any context (gate.md row 35). */
export function postStatus(
  scenario: Scenario,
  repository: Repository,
  status: Pick<CommitStatus, 'context' | 'commit' | 'state'> & { readonly by: Person },
): CommitStatus {
  const { by, ...rest } = status;
  const posted: CommitStatus = { ...rest, id: scenario.nextId(), creator: by.id, at: scenario.later() };
  repository.statuses.push(posted);
  return posted;
}
