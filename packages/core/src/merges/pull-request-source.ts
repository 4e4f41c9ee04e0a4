import type { Fact } from '../facts/fact.ts';

/** What the platform says about a pull request that a commit belongs to. A claim: only the tree proves what landed. */
export interface LandedPullRequest {
  readonly number: number;
  readonly merged: boolean;
  readonly head: string;
  readonly base_branch: string;
  /** Of a rebase: the last one. */
  readonly merge_commit: string | null;
  readonly author: string | null;
}

/** A commit of the branch as the platform knows it. */
export interface Landing {
  readonly pullRequests: Fact<readonly LandedPullRequest[]>;
  /** Platform id of whoever moved the branch to it; null where nobody said. */
  readonly pushedBy: string | null;
}

export interface PullRequestSource {
  /** Numeric id of the repository that it speaks of. */
  readonly repository: string;
  /** `given`: from a file that somebody handed over. */
  readonly facts: 'given' | 'read';
  landingOf(commit: string): Promise<Landing>;
}
