import { unknown, type Fact, type FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import { actor, compareText, NOBODY } from './account.ts';
import { lastRetarget, type TimelineNode } from './timeline.ts';
import { connection, oid, time } from './wire.ts';

type Account = FactsDocument['accounts'][number];
type Review = Extract<FactsDocument['reviews'], { known: true }>['value']['items'][number];

const STATES = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes_requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
} as const;

/** What a review can have said before it was dismissed: GitHub dismisses stale approvals by itself, in the name of whoever pushed. */
const SAID: Readonly<Record<string, Review['previous_state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes_requested',
  COMMENTED: 'commented',
};

export const reviewNode = v.object({
  id: v.string(),
  state: v.picklist([...(Object.keys(STATES) as (keyof typeof STATES)[]), 'PENDING']),
  submittedAt: v.nullable(time),
  authorCanPushToRepository: v.boolean(),
  commit: v.nullable(v.object({ oid })),
  author: actor,
});
export type ReviewNode = v.InferOutput<typeof reviewNode>;

export const reviewsPart = v.object({ reviews: connection(reviewNode) });

export interface Reviews {
  readonly fact: FactsDocument['reviews'];
  readonly accounts: readonly Account[];
}

/** Each review with what became of it. Reviews that nobody but their author sees are none yet. `mergedAt`: of a change that has landed. */
export function reviewsOf(
  reviews: Fact<readonly ReviewNode[]>,
  timeline: Fact<readonly TimelineNode[]>,
  mergedAt: string | null,
): Reviews {
  if (!reviews.known) return { fact: reviews, accounts: [] };
  // Without the timeline nobody knows which reviews were about another base, or who took one back.
  if (!timeline.known) return { fact: timeline, accounts: [] };
  const submitted = reviews.value.filter(({ state }) => state !== 'PENDING');
  const retargeted = lastRetarget(timeline.value);
  const dismissals = new Map(
    timeline.value.flatMap((item) =>
      item.__typename === 'ReviewDismissedEvent' && item.review !== null ? [[item.review.id, item] as const] : [],
    ),
  );
  const items: Review[] = [];
  for (const { id, state, submittedAt, authorCanPushToRepository, commit, author } of submitted) {
    if (submittedAt === null || state === 'PENDING') return { fact: unknown('unusable'), accounts: [] };
    const dismissal = state === 'DISMISSED' ? (dismissals.get(id) ?? null) : null;
    items.push({
      person: author.id,
      // An approval by a deleted account approves nothing, and must not take back what another deleted account asked for. One that came
      // after the merge lets nothing in: otherwise friends could make good a bypass, and have the push judged again.
      state: state === 'APPROVED' && (author.id === NOBODY || isAfter(submittedAt, mergedAt)) ? 'commented' : STATES[state],
      // Before the change was pointed at this base the reviewer saw another difference (gate.md row 14): about no commit it cannot count.
      commit: retargeted !== null && Date.parse(submittedAt) <= retargeted ? null : (commit?.oid ?? null),
      submitted_at: submittedAt,
      can_push: authorCanPushToRepository,
      dismissed_by: dismissal === null || dismissal.actor.id === NOBODY ? null : dismissal.actor.id,
      previous_state: dismissal === null ? null : (SAID[dismissal.previousReviewState] ?? null),
    });
  }
  items.sort((one, other) => compareText(JSON.stringify([one.submitted_at, one]), JSON.stringify([other.submitted_at, other])));
  const accounts = [
    ...submitted.map(({ author }) => author),
    ...[...dismissals.values()].map(({ actor: dismisser }) => dismisser),
  ];
  return { fact: { known: true, value: { items, total: items.length } }, accounts };
}

/** Strictly: whoever approves last may have set off a merge that GitHub dates to the same second. */
const isAfter = (submitted: string, mergedAt: string | null): boolean =>
  mergedAt !== null && Date.parse(submitted) > Date.parse(mergedAt);
