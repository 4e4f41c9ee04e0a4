import type { Person } from '../state/person.ts';
import type { Review, ReviewState } from '../state/pull-request.ts';
import type { Change } from './change.ts';

export interface NewReview {
  /** The commit it is about, if not the head as it is now. */
  readonly commit?: string | null;
  readonly canPush?: boolean;
  readonly body?: string;
}

/** `by` null is an account that was deleted since. */
export function review(change: Change, by: Person | null, state: ReviewState, options: NewReview = {}): Review {
  const { scenario, pullRequest } = change;
  const added: Review = {
    id: scenario.nextId(),
    author: by?.id ?? null,
    state,
    commit: options.commit === undefined ? pullRequest.head.commit : options.commit,
    body: options.body ?? '',
    submittedAt: scenario.later(),
    ...(options.canPush === undefined ? {} : { canPush: options.canPush }),
  };
  pullRequest.reviews.push(added);
  return added;
}

export const approve = (change: Change, by: Person, options: NewReview = {}): Review => review(change, by, 'APPROVED', options);

/** The review loses its state for good; only the timeline still says what it was. */
export function dismiss(change: Change, dismissed: Review, by: Person, message = 'no longer right'): void {
  const { scenario, pullRequest } = change;
  pullRequest.timeline.push({
    kind: 'ReviewDismissedEvent',
    at: scenario.later(),
    actor: by.id,
    review: dismissed.id,
    was: dismissed.state,
    message,
  });
  dismissed.state = 'DISMISSED';
}
