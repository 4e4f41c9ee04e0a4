import * as v from 'valibot';
import { known, unknown, type Fact } from '@proofrail/core/context';
import type { LandedPullRequest, PullRequestSource } from '@proofrail/core/merges';
import { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { findRepository, type FoundRepository } from '../find-repository.ts';
import type { GitHubApi } from '../github-api.ts';
import type { Waiting } from '../waiting.ts';

const PER_PAGE = 100;
const MOST_PAGES = 5;

const commitId = v.pipe(v.string(), v.regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const page = v.array(
  v.object({
    number,
    merged_at: v.nullable(v.string()),
    merge_commit_sha: v.nullable(commitId),
    head: v.object({ sha: commitId }),
    base: v.object({ ref: v.pipe(v.string(), v.minLength(1)), repo: v.object({ id: number }) }),
    user: v.nullable(v.object({ id: number })),
  }),
);

export interface CommitsOf {
  readonly owner: string;
  readonly name: string;
  /** Whoever moved the branch, from the event that started the run: GitHub keeps no such fact with the commit. */
  readonly pushedBy: string | null;
}

/**
 * The pull requests of commits, as GitHub answers now.
 *
 * @throws UnavailableError `github/...`, also when a commit is asked about
 */
export async function pullRequestsOfCommits(
  { owner, name, pushedBy }: CommitsOf,
  api: GitHubApi,
  waiting: Waiting,
): Promise<PullRequestSource> {
  const asker = new Asker(api, waiting);
  const repository = await findRepository(asker, owner, name);
  return {
    repository: repository.id,
    facts: 'read',
    landingOf: async (commit) => ({ pullRequests: await pagesOf(repository, commit, asker), pushedBy }),
  };
}

async function pagesOf(
  { id, owner, name }: FoundRepository,
  commit: string,
  asker: Asker,
): Promise<Fact<readonly LandedPullRequest[]>> {
  const found: LandedPullRequest[] = [];
  for (let at = 1; at <= MOST_PAGES; at += 1) {
    const parameters = { owner, repo: name, commit_sha: commit, per_page: PER_PAGE, page: at };
    const listed = await asker.rest(ENDPOINTS.pullRequestsOfCommit, parameters, page);
    if (!listed.known) return listed;
    // Names move: an answer about another repository than the one by this id is not about this branch.
    if (listed.value.some(({ base }) => String(base.repo.id) !== id)) return unknown('unusable');
    found.push(...listed.value.map(landed));
    if (listed.value.length < PER_PAGE) return known(found);
  }
  return unknown('truncated');
}

type Listed = v.InferOutput<typeof page>;

const landed = (one: Listed[number]): LandedPullRequest => ({
  number: one.number,
  merged: one.merged_at !== null,
  head: one.head.sha,
  base_branch: one.base.ref,
  // Before the merge this is a commit that GitHub made to try it.
  merge_commit: one.merged_at === null ? null : one.merge_commit_sha,
  author: one.user === null ? null : String(one.user.id),
});
