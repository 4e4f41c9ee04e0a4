/** The scopes of GITHUB_TOKEN that the collector reads with (gate.md 1.1). `metadata` is always granted. */
export type Permission =
  'actions' | 'checks' | 'contents' | 'deployments' | 'issues' | 'metadata' | 'pull-requests' | 'security-events' | 'statuses';

export interface MissingPermission {
  readonly permission: Permission;
  /** The exact lines that grant it. */
  readonly yaml: string;
}

export const missingPermission = (permission: Permission): MissingPermission => ({
  permission,
  yaml: `permissions:\n  ${permission}: read`,
});
