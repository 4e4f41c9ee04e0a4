import type { CheckRun, CommitStatus } from './check.ts';
import type { Access } from './person.ts';
import type { PullRequest } from './pull-request.ts';
import type { ClassicProtection, Ruleset } from './rules.ts';
import type { WorkflowRun } from './workflow-run.ts';

/** A line of GitHub's activity log: the only place that says who moved a ref. */
export interface Push {
  readonly id: number;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly at: Date;
  readonly by: number | null;
  readonly kind: 'push' | 'force_push' | 'branch_deletion' | 'branch_creation' | 'pr_merge' | 'merge_queue_merge';
}

export interface Analysis {
  readonly id: number;
  readonly ref: string;
  readonly commit: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly category: string;
  readonly at: Date;
  error: string;
  warning: string;
  rules: number;
  results: number;
  sarif: unknown;
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  reviewers: { readonly type: 'User' | 'Team'; readonly id: number }[];
  preventSelfReview: boolean;
  adminsBypass: boolean;
  waitMinutes: number;
  branches: 'all' | 'protected' | { readonly custom: readonly string[] };
  readonly createdAt: Date;
}

export interface Deployment {
  readonly id: number;
  readonly commit: string;
  readonly ref: string;
  readonly environment: string;
  readonly creator: number;
  readonly at: Date;
  statuses: {
    readonly id: number;
    readonly state: 'pending' | 'in_progress' | 'success' | 'failure';
    readonly at: Date;
    readonly creator: number;
  }[];
}

/** One commit that the queue built and tests: the base, the pull requests before it in the queue, and `pullRequests`. */
export interface QueueGroup {
  readonly id: number;
  readonly base: { readonly branch: string; readonly commit: string };
  readonly head: string;
  /** `gh-readonly-queue/<base>/pr-<number>-<base commit>`: names only the last pull request. */
  readonly branch: string;
  /** Number of each pull request with who put it into the queue and the commit built for it. */
  readonly entries: { readonly number: number; readonly enqueuer: number; readonly head: string; readonly at: Date }[];
}

export interface CodeOwnersError {
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly message: string;
  readonly path: string;
}

export interface Repository {
  readonly id: number;
  owner: string;
  name: string;
  visibility: 'public' | 'private' | 'internal';
  defaultBranch: string;
  /** Id of the repository this is a fork of. */
  readonly parent: number | null;
  readonly createdAt: Date;
  readonly access: Map<number, Access>;
  readonly branches: Map<string, string>;
  readonly tags: Map<string, string>;
  readonly pushes: Push[];
  readonly pullRequests: Map<number, PullRequest>;
  readonly checkRuns: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly rulesets: Ruleset[];
  readonly protections: Map<string, ClassicProtection>;
  readonly runs: Map<number, WorkflowRun>;
  readonly analyses: Analysis[];
  codeScanning: boolean;
  readonly environments: Map<string, Environment>;
  readonly deployments: Deployment[];
  readonly queue: QueueGroup[];
  /** For how long artifacts and logs stay. */
  retentionDays: number;
  /** What GitHub cannot use in CODEOWNERS; null if there is no such file. */
  codeOwnersErrors: CodeOwnersError[] | null;
}

export const fullName = (repository: Repository): string => `${repository.owner}/${repository.name}`;
