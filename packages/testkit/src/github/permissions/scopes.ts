/** What a workflow's `permissions:` can grant, and `administration`, which no workflow can (gate.md 1.2). */
export type Scope =
  | 'actions'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'deployments'
  | 'issues'
  | 'metadata'
  | 'pull-requests'
  | 'security-events'
  | 'statuses';

export type Level = 'read' | 'write';

export type Scopes = Partial<Readonly<Record<Scope, Level>>>;

/** One thing an endpoint or a field asks for. */
export interface Need {
  readonly scope: Scope;
  readonly level: Level;
}

export const reads = (scope: Scope): Need => ({ scope, level: 'read' });
export const writes = (scope: Scope): Need => ({ scope, level: 'write' });

/** As GitHub names it in `x-accepted-github-permissions`. */
export const acceptedPermission = ({ scope, level }: Need): string => `${scope.replaceAll('-', '_')}=${level}`;
