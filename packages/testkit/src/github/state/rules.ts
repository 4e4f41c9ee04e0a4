/** As REST spells them: `type` and its `parameters`, snake case. GraphQL's spelling is derived. */
export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface BypassActor {
  readonly actor_id: number | null;
  readonly actor_type: 'Integration' | 'OrganizationAdmin' | 'RepositoryRole' | 'Team' | 'DeployKey' | 'User';
  readonly bypass_mode: 'always' | 'pull_request' | 'exempt';
}

export interface Ruleset {
  readonly id: number;
  name: string;
  enforcement: 'disabled' | 'active' | 'evaluate';
  readonly sourceType: 'Repository' | 'Organization';
  /** `~DEFAULT_BRANCH`, `~ALL`, or a whole ref; a `*` at its end matches any rest. */
  include: string[];
  bypassActors: BypassActor[];
  rules: Rule[];
  readonly createdAt: Date;
  updatedAt: Date;
}

/** Classic protection of one branch: what only an administrator's token reads in full. */
export interface ClassicProtection {
  approvals: number;
  dismissStale: boolean;
  contexts: string[];
  enforceAdmins: boolean;
  linearHistory: boolean;
  forcePushes: boolean;
  deletions: boolean;
}

export function matchesBranch(ruleset: Ruleset, branch: string, defaultBranch: string): boolean {
  return ruleset.include.some((pattern) => {
    if (pattern === '~ALL') return true;
    if (pattern === '~DEFAULT_BRANCH') return branch === defaultBranch;
    return pattern.endsWith('*') ? `refs/heads/${branch}`.startsWith(pattern.slice(0, -1)) : pattern === `refs/heads/${branch}`;
  });
}

export const hasMergeQueue = (rulesets: readonly Ruleset[], branch: string, defaultBranch: string): boolean =>
  rulesets.some(
    (ruleset) =>
      ruleset.enforcement === 'active' &&
      matchesBranch(ruleset, branch, defaultBranch) &&
      ruleset.rules.some(({ type }) => type === 'merge_queue'),
  );
