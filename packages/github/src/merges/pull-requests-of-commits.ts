import * as v from 'valibot';
import { known, unknown, type Fact } from '@proofrail/core/context';
import type { LandedPullRequest, PullRequestSource } from '@proofrail/core/merges';
import { UnavailableError } from '@proofrail/core/outcomes';
import type { GitHubAnswer, GitHubApi } from '../github-api.ts';

export interface MergedRepository {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
}

const ROUTE = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
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

/**
 * The pull requests of commits, as GitHub answers now. `pushedBy`: whoever moved the branch, from the event that started the run; GitHub
 * keeps no such fact with the commit. Throws UnavailableError `github/unreachable`, `github/rate-limit`.
 */
export function pullRequestsOfCommits(repository: MergedRepository, api: GitHubApi, pushedBy: string | null): PullRequestSource {
  return {
    repository: repository.id,
    facts: 'read',
    landingOf: async (commit) => ({ pullRequests: await pagesOf(repository, commit, api), pushedBy }),
  };
}

async function pagesOf(
  { id, owner, name }: MergedRepository,
  commit: string,
  api: GitHubApi,
): Promise<Fact<readonly LandedPullRequest[]>> {
  const found: LandedPullRequest[] = [];
  for (let at = 1; at <= MOST_PAGES; at += 1) {
    const parameters = { owner, repo: name, commit_sha: commit, per_page: PER_PAGE, page: at };
    const listed = listIn(await api.request(ROUTE, parameters));
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

function listIn(answer: GitHubAnswer): Fact<Listed> {
  if (answer.kind === 'unreachable') throw unavailable('github/unreachable', answer.cause);
  const { status, headers, body } = answer;
  if (status === 429 || (status === 403 && isLimit(headers))) throw unavailable('github/rate-limit', `status ${status}`);
  if (status >= 500) throw unavailable('github/unreachable', `status ${status}`);
  if (status === 422) return unknown('absent'); // GitHub does not know the commit (yet)
  if (status !== 200) return unknown('forbidden'); // 404 too: a repository that the token cannot see looks like none
  const parsed = v.safeParse(page, body);
  return parsed.success ? known(parsed.output) : unknown('unusable');
}

const isLimit = (headers: Readonly<Record<string, string>>): boolean =>
  headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;

function unavailable(code: 'github/unreachable' | 'github/rate-limit', found: string): UnavailableError {
  return new UnavailableError(code, {
    expected: 'the pull requests of a commit',
    found,
    at: ROUTE,
    doThis: 'run it again later; nothing is said about the branch until then',
  });
}
