/** A commit that came to the branch by itself or by a merge, oldest first, and the pull requests that it comes from. */
export interface Arrival {
  readonly commit: string;
  readonly pullRequests: readonly number[];
}

/** Each pull request with the last of its commits: of a rebased change that one has the tree. */
export function lastCommits(arrivals: readonly Arrival[]): ReadonlyMap<number, string> {
  return new Map(arrivals.flatMap(({ commit, pullRequests }) => pullRequests.map((number) => [number, commit] as const)));
}
