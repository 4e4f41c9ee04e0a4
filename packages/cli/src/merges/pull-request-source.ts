import { readPullRequests, type PullRequestSource } from '@proofrail/core/merges';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { pullRequestsOfCommits } from '@proofrail/github';
import { MOST_BYTES, readBoundedFile } from '@proofrail/machine';
import type { VerifyMergesOptions } from './declare-merges.ts';
import { openGitHub } from '../github/open-github.ts';
import { patience } from '../github/patience.ts';
import { repositoryName } from '../github/repository-name.ts';
import { withKnownToken } from '../github/with-known-token.ts';
import type { Session } from '../session.ts';

/** Who says which pull requests a commit belongs to: files that were handed over, else GitHub. ConfigurationError `merges/no-source` */
export async function pullRequestSource(options: VerifyMergesOptions, session: Session): Promise<PullRequestSource> {
  const { facts, apiUrl } = options;
  const pushedBy = accountId(options.pushedBy);
  if (facts !== undefined)
    return readPullRequests(facts.map((file) => ({ file, bytes: readBoundedFile(file, { most: MOST_BYTES.facts }) })));
  const repository = options.github ?? session.env['GITHUB_REPOSITORY'] ?? '';
  if (repository === '') throw noSource();
  const { api } = await openGitHub(apiUrl, session);
  return pullRequestsOfCommits({ ...repositoryName(repository), pushedBy }, withKnownToken(api), patience(session.clock));
}

function accountId(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[1-9][0-9]{0,19}$/.test(text)) return text;
  throw new ConfigurationError('merges/pushed-by', {
    expected: 'the number of an account',
    found: text,
    at: '--pushed-by',
    doThis: 'take it from the event of the push: github.event.sender.id',
  });
}

const noSource = (): ConfigurationError =>
  new ConfigurationError('merges/no-source', {
    expected: 'somebody who says which pull requests the commits belong to: --github or --facts',
    found: 'neither',
    at: 'the command line',
    doThis: 'name the repository, as in --github acme/payments',
  });
