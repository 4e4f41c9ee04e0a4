export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING';

export interface Review {
  readonly id: number;
  /** Null: the account was deleted. */
  readonly author: number | null;
  state: ReviewState;
  /** Null: GitHub no longer has the commit. */
  commit: string | null;
  readonly body: string;
  readonly submittedAt: Date;
  /** Only for what the collaborator list cannot say, like a team that shrank after the review. */
  canPush?: boolean;
}

export interface ReviewThread {
  readonly id: number;
  readonly path: string;
  readonly line: number;
  resolvedBy: number | null;
  outdated: boolean;
  readonly comments: readonly { readonly id: number; readonly author: number; readonly body: string; readonly at: Date }[];
}

export interface Issue {
  readonly number: number;
  readonly repository: number;
  readonly title: string;
  readonly state: 'OPEN' | 'CLOSED';
  readonly labels: readonly string[];
}

export type TimelineEvent =
  | {
      readonly kind: 'HeadRefForcePushedEvent';
      readonly at: Date;
      readonly actor: number;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'BaseRefForcePushedEvent';
      readonly at: Date;
      readonly actor: number;
      readonly before: string;
      readonly after: string;
    }
  | {
      readonly kind: 'BaseRefChangedEvent';
      readonly at: Date;
      readonly actor: number;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'ReviewDismissedEvent';
      readonly at: Date;
      readonly actor: number;
      readonly review: number;
      readonly was: ReviewState;
      readonly message: string;
    }
  | {
      readonly kind: 'AutomaticBaseChangeSucceededEvent';
      readonly at: Date;
      readonly actor: number;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'ReadyForReviewEvent'; readonly at: Date; readonly actor: number }
  | { readonly kind: 'AddedToMergeQueueEvent'; readonly at: Date; readonly actor: number }
  | { readonly kind: 'RemovedFromMergeQueueEvent'; readonly at: Date; readonly actor: number; readonly reason: string }
  | { readonly kind: 'MergedEvent'; readonly at: Date; readonly actor: number; readonly commit: string };

export interface Comment {
  readonly id: number;
  readonly author: number;
  body: string;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string;
  author: number | null;
  draft: boolean;
  labels: string[];
  base: { branch: string; /** The tip when the pull request last looked: `baseRefOid`. */ seen: string };
  /** `repository` null: the fork was deleted. */
  head: { branch: string; repository: number | null; commit: string };
  /** The commit that GitHub builds to try the merge; null until it has done so, or if there is a conflict. */
  testMerge: string | null;
  readonly createdAt: Date;
  updatedAt: Date;
  closed: Date | null;
  merged: { readonly commit: string; readonly by: number; readonly at: Date } | null;
  autoMerge: { readonly by: number; readonly at: Date } | null;
  maintainerCanModify: boolean;
  reviews: Review[];
  threads: ReviewThread[];
  closes: Issue[];
  timeline: TimelineEvent[];
  comments: Comment[];
}

export function stateOf(pull: PullRequest): 'MERGED' | 'CLOSED' | 'OPEN' {
  if (pull.merged !== null) return 'MERGED';
  return pull.closed === null ? 'OPEN' : 'CLOSED';
}
