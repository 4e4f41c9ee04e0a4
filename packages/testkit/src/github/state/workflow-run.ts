import type { Conclusion } from './check.ts';

/** `id` is also the id of the job's check run, as on GitHub Actions. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting';
  conclusion: Conclusion | null;
  readonly createdAt: Date;
  startedAt: Date;
  completedAt: Date | null;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  zip: Buffer;
  /** What the API claims; the truth unless a scenario lies. */
  digest: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  expired: boolean;
}

/** GitHub gives neither a time nor an attempt (gate.md 1.1). */
export interface EnvironmentApproval {
  readonly environment: string;
  /** Null: the account was deleted. */
  readonly person: number | null;
  readonly state: 'approved' | 'rejected' | 'pending';
  readonly comment: string;
}

export interface WorkflowRun {
  readonly id: number;
  readonly workflow: number;
  /** May carry `@ref`, as for workflows that a ruleset requires. */
  readonly path: string;
  readonly name: string;
  readonly suite: number;
  readonly number: number;
  readonly event: string;
  readonly headBranch: string;
  readonly headRepository: number;
  headSha: string;
  attempt: number;
  status: 'queued' | 'in_progress' | 'completed' | 'waiting' | 'requested' | 'pending';
  conclusion: Conclusion | null;
  actor: number;
  triggeringActor: number;
  readonly pullRequests: number[];
  referenced: { readonly path: string; readonly sha: string; readonly ref?: string }[];
  readonly createdAt: Date;
  startedAt: Date;
  updatedAt: Date;
  jobs: Job[];
  artifacts: Artifact[];
  approvals: EnvironmentApproval[];
}
