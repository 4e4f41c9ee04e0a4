import { UnavailableError } from '@proofrail/core/outcomes';
import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look } from '../look.ts';
import { NEEDS } from '../needs.ts';
import type { Unseen } from '../sight.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
  readonly id: number;
  readonly branch: string;
  readonly isPublic: boolean;
}

const SHAPE = v.looseObject({ id: v.number(), default_branch: v.string(), private: v.boolean() });

/** The first question: without its answer nothing was looked at, and that is never ok. UnavailableError `doctor/no-repository`. */
export async function readRepository(api: GitHubApi, owner: string, repo: string): Promise<Repository> {
  const sight = await look(api, {
    route: 'GET /repos/{owner}/{repo}',
    parameters: { owner, repo },
    shape: SHAPE,
    needs: NEEDS.metadata,
  });
  if (!sight.seen) throw notReadable(sight, `${owner}/${repo}`);
  const { id, default_branch: branch, private: isPrivate } = sight.value;
  return { owner, repo, id, branch, isPublic: !isPrivate };
}

const FOUND: Readonly<Record<Unseen['why'], string>> = {
  forbidden: 'GitHub refused the token',
  absent: 'no such repository, or one that this token may not see',
  unusable: "an answer that is not GitHub's",
  unreachable: 'no answer',
  truncated: 'half an answer',
  limited: 'the rate limit of the token is spent',
};

const DO_THIS: Readonly<Partial<Record<Unseen['why'], string>>> = {
  limited: 'run it again in an hour',
  unreachable: 'run it again; githubstatus.com says whether GitHub is down',
};

const notReadable = ({ why }: Unseen, at: string): UnavailableError =>
  new UnavailableError('doctor/no-repository', {
    expected: 'a repository that the token can read',
    found: FOUND[why],
    at,
    doThis: DO_THIS[why] ?? 'check the name, and that GITHUB_TOKEN may read the repository',
  });
