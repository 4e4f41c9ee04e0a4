import type { Repository } from '../state/repository.ts';
import type { Need, Scope, Scopes } from './scopes.ts';

/** An installation token, as a job gets it: it acts for one account and reaches some repositories. */
export interface Token {
  readonly actor: number;
  scopes: Scopes;
  /** Ids of the private repositories it was made for. */
  readonly repositories: ReadonlySet<number>;
}

/** "This endpoint can be used without the aforementioned permissions if only public resources are requested" (GitHub's REST reference). */
const PUBLIC_TO_READ: ReadonlySet<Scope> = new Set<Scope>([
  'actions',
  'checks',
  'contents',
  'deployments',
  'issues',
  'metadata',
  'pull-requests',
  'statuses',
]);

export function sees(token: Token, repository: Repository): boolean {
  return repository.visibility === 'public' || token.repositories.has(repository.id);
}

export function allows(token: Token, repository: Repository, need: Need): boolean {
  if (need.level === 'read' && repository.visibility === 'public' && PUBLIC_TO_READ.has(need.scope)) return true;
  if (!token.repositories.has(repository.id)) return false;
  if (need.scope === 'metadata' && need.level === 'read') return true; // every installation token has it
  const granted = token.scopes[need.scope];
  return granted === 'write' || granted === need.level;
}
