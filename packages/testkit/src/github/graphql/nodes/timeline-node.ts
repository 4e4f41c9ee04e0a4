import { nodeId } from '../../rest/view.ts';
import type { PullRequest, TimelineEvent } from '../../state/pull-request.ts';
import type { Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { reviewNode } from './review-node.ts';
import { instant } from '../../rest/instant.ts';

export function timelineNodes(view: GraphView, repository: Repository, pull: PullRequest, args: Arguments) {
  const types = args['itemTypes'];
  const wanted = pull.timeline.filter(({ kind }) => !Array.isArray(types) || types.includes(itemType(kind)));
  const page = connection('timelineItems', args, wanted, (event) => ({
    ...fieldsOf(view, repository, pull, event),
    __typename: event.kind,
    id: nodeId(event.kind, `${pull.id}:${pull.timeline.indexOf(event)}`),
    createdAt: instant(event.at),
    actor: () => actorNode(view, event.actor),
    pullRequest: () => pullRequestNode(view, repository, pull),
  }));
  return { ...page, filteredCount: wanted.length, pageCount: page.nodes.length };
}

/** `BaseRefChangedEvent` is asked for as `BASE_REF_CHANGED_EVENT`. */
const itemType = (kind: string): string => kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

function fieldsOf(view: GraphView, repository: Repository, pull: PullRequest, event: TimelineEvent): object {
  switch (event.kind) {
    case 'HeadRefForcePushedEvent':
    case 'BaseRefForcePushedEvent':
      return {
        beforeCommit: () => gitObjectNode(view, repository, event.before),
        afterCommit: () => gitObjectNode(view, repository, event.after),
      };
    case 'AutomaticBaseChangeSucceededEvent':
      return { oldBase: event.from, newBase: event.to };
    case 'BaseRefChangedEvent':
      return { previousRefName: event.from, currentRefName: event.to };
    case 'ReviewDismissedEvent': {
      const review = pull.reviews.find(({ id }) => id === event.review);
      return {
        previousReviewState: event.was,
        dismissalMessage: event.message,
        review: () => (review === undefined ? null : reviewNode(view, repository, review)),
      };
    }
    case 'MergedEvent':
      return { commit: () => gitObjectNode(view, repository, event.commit), mergeRefName: pull.base.branch };
    case 'AddedToMergeQueueEvent':
      return { enqueuer: () => actorNode(view, event.actor) };
    case 'RemovedFromMergeQueueEvent':
      return { enqueuer: () => actorNode(view, event.actor), reason: event.reason };
    case 'ReadyForReviewEvent':
      return {};
  }
}
