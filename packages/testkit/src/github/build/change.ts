import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

/** The pull request that a scenario is about, and where it lives. */
export interface Change {
  readonly scenario: Scenario;
  readonly repository: Repository;
  readonly pullRequest: PullRequest;
}
