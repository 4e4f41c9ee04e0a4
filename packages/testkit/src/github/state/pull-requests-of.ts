import type { PullRequest } from './pull-request.ts';
import type { Repository } from './repository.ts';
import type { Scenario } from './scenario.ts';

/**
 * The pull requests that GitHub associates with a commit: on the default branch only those that brought it there, elsewhere every
 * one that contains it. Being listed proves no review.
 */
export function pullRequestsOf(scenario: Scenario, repository: Repository, commit: string): PullRequest[] {
  const { git } = scenario;
  const tip = repository.branches.get(repository.defaultBranch);
  const landed = tip !== undefined && git.history(tip).some((known) => known.oid === commit);
  const contains = (pull: PullRequest): boolean =>
    pull.head.commit === commit || git.between(pull.base.seen, pull.head.commit).some((known) => known.oid === commit);
  return [...repository.pullRequests.values()].filter((pull) =>
    landed ? pull.merged !== null && (pull.merged.commit === commit || contains(pull)) : contains(pull),
  );
}
