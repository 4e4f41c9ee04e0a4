import { ConfigurationError } from '@proofrail/core/outcomes';

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

const REPOSITORY = /^([A-Za-z0-9][A-Za-z0-9_-]{0,99})\/([A-Za-z0-9._-]{1,100})$/;

/** `acme/payments`. ConfigurationError `github/not-a-repository` */
export function repositoryName(text: string, at = 'the command line'): RepositoryName {
  const [, owner, name] = REPOSITORY.exec(text) ?? [];
  if (owner !== undefined && name !== undefined && !/^\.{1,2}$/.test(name)) return { owner, name };
  throw new ConfigurationError('github/not-a-repository', {
    expected: 'owner/repository, as in its address',
    found: text,
    at,
    doThis: 'write it like acme/payments',
  });
}
