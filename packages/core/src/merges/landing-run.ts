import type { HistoryCommit } from '../ports/git-history.ts';
import type { LandedPullRequest, Landing } from './pull-request-source.ts';

/** A commit of the branch with what the platform says about it. */
export interface LandedCommit extends HistoryCommit, Landing {}

/** Commits that one pull request brought at once, oldest first: several where it was rebased. */
export type LandingRun = readonly [LandedCommit, ...LandedCommit[]];

/** The neighbours that came with a commit by the same pull request. A merge commit always stands alone. */
export function landingRun(commits: readonly LandedCommit[], index: number, pullRequest: LandedPullRequest): LandingRun {
  const belongs = (at: number): boolean => {
    const commit = commits[at];
    return commit?.parents.length === 1 && bringers(commit).some(({ number }) => number === pullRequest.number);
  };
  let [first, last] = [index, index];
  if (belongs(index)) {
    while (belongs(first - 1)) first -= 1;
    while (belongs(last + 1)) last += 1;
  }
  return commits.slice(first, last + 1) as readonly LandedCommit[] as LandingRun; // holds `index` at least
}

export const bringers = ({ pullRequests }: Landing): readonly LandedPullRequest[] =>
  pullRequests.known ? pullRequests.value : [];
