import type { PullRequest } from './pull-request.ts';
import type { Repository } from './repository.ts';
import type { Scenario } from './scenario.ts';

/** Every pull request from a branch, open or not, with the repository that it goes into. */
export const pullRequestsFrom = (
  scenario: Scenario,
  repository: Repository,
  branch: string,
): readonly { readonly pull: PullRequest; readonly into: Repository }[] =>
  [...scenario.repositories.values()].flatMap((into) =>
    [...into.pullRequests.values()]
      .filter(({ head }) => head.repository === repository.id && head.branch === branch)
      .map((pull) => ({ pull, into })),
  );
