import { canPush } from './person.ts';
import type { PullRequest, Review } from './pull-request.ts';
import type { Repository } from './repository.ts';

export const reviewerCanPush = (repository: Repository, review: Review): boolean =>
  review.canPush ?? (review.author !== null && canPush(repository.access.get(review.author) ?? 'none'));

/** The last review of each person that approves, asks for changes, or did so until it was dismissed. */
export function opinionatedReviews(repository: Repository, pull: PullRequest, writersOnly: boolean): Review[] {
  const opinions = pull.reviews.filter(
    ({ state, author }) => author !== null && (state === 'APPROVED' || state === 'CHANGES_REQUESTED' || state === 'DISMISSED'),
  );
  const latest = [...new Map(opinions.map((review) => [review.author, review])).values()];
  return writersOnly ? latest.filter((review) => reviewerCanPush(repository, review)) : latest;
}

/** GitHub's own verdict, which is blind to much of what the gate looks at. */
export function reviewDecision(repository: Repository, pull: PullRequest): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' {
  const latest = opinionatedReviews(repository, pull, true);
  if (latest.some(({ state }) => state === 'CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return latest.some(({ state }) => state === 'APPROVED') ? 'APPROVED' : 'REVIEW_REQUIRED';
}
