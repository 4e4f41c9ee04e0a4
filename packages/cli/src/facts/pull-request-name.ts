import { ConfigurationError } from '@proofrail/core/outcomes';
import { repositoryName, type RepositoryName } from '../github/repository-name.ts';

export interface PullRequestName extends RepositoryName {
  readonly number: number;
}

/** `acme/payments#12`. ConfigurationError `github/not-a-repository`, `facts/not-a-pull-request` */
export function pullRequestName(text: string): PullRequestName {
  const [, repository, number] = /^([^#]*)#([1-9][0-9]{0,8})$/.exec(text) ?? [];
  if (repository !== undefined) return { ...repositoryName(repository), number: Number(number) };
  throw new ConfigurationError('facts/not-a-pull-request', {
    expected: 'owner/repository#number',
    found: text,
    at: 'the command line',
    doThis: 'write it like acme/payments#12, in quotes where # begins a comment',
  });
}
