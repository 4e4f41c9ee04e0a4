import * as v from 'valibot';
import { actor } from './account.ts';
import { connection, time } from './wire.ts';

const event = { id: v.string(), createdAt: time };

const timelineNode = v.variant('__typename', [
  v.object({ __typename: v.literal('HeadRefForcePushedEvent'), ...event, actor }),
  v.object({ __typename: v.literal('BaseRefChangedEvent'), ...event }),
  v.object({ __typename: v.literal('AutomaticBaseChangeSucceededEvent'), ...event }),
  v.object({ __typename: v.literal('BaseRefForcePushedEvent'), ...event }),
  v.object({
    __typename: v.literal('ReviewDismissedEvent'),
    ...event,
    actor,
    review: v.nullable(v.object({ id: v.string() })),
    previousReviewState: v.picklist(['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED', 'PENDING']),
  }),
]);
export type TimelineNode = v.InferOutput<typeof timelineNode>;

export const timelinePart = v.object({ timelineItems: connection(timelineNode) });

/** Another branch, or another history under the same name: either way what people saw before was another difference. */
const OTHER_BASE: readonly TimelineNode['__typename'][] = [
  'BaseRefChangedEvent',
  'AutomaticBaseChangeSucceededEvent',
  'BaseRefForcePushedEvent',
];

/** When the change last got another base, in milliseconds; null if never. */
export function lastRetarget(timeline: readonly TimelineNode[]): number | null {
  const times = timeline.flatMap((item) => (OTHER_BASE.includes(item.__typename) ? [Date.parse(item.createdAt)] : []));
  return times.length === 0 ? null : Math.max(...times);
}

/** Who put the branch somewhere else, at any time of the change: its older commits may be theirs. */
export const forcePushers = (timeline: readonly TimelineNode[]) =>
  timeline.flatMap((item) => (item.__typename === 'HeadRefForcePushedEvent' ? [item.actor] : []));
