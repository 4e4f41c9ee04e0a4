export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required';

/** A GitHub App that may report checks. 15368 is GitHub Actions. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

export interface CheckRun {
  /** Of the job behind it, if it has one. */
  environment?: string;
  readonly id: number;
  readonly name: string;
  readonly app: number;
  readonly suite: number;
  readonly commit: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: Conclusion | null;
  readonly startedAt: Date;
  completedAt: Date | null;
}

export interface CommitStatus {
  readonly id: number;
  readonly context: string;
  readonly commit: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly creator: number;
  readonly at: Date;
}
