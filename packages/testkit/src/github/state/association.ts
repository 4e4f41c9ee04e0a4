import type { Repository } from './repository.ts';

/** What an account is to a repository. Not a permission: members may have none. */
export function associationOf(repository: Repository, person: number | null): 'OWNER' | 'MEMBER' | 'COLLABORATOR' | 'NONE' {
  const access = person === null ? undefined : repository.access.get(person);
  switch (access) {
    case undefined:
    case 'none':
      return 'NONE';
    case 'admin':
    case 'maintain':
    case 'write':
      return 'MEMBER';
    case 'triage':
    case 'read':
      return 'COLLABORATOR';
  }
}
