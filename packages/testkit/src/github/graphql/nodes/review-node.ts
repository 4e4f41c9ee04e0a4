import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import { associationOf } from '../../state/association.ts';
import type { Review } from '../../state/pull-request.ts';
import { reviewerCanPush } from '../../state/review-decision.ts';
import type { Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { repositoryNode } from './repository-node.ts';
import { instant } from '../../rest/instant.ts';

export function reviewNode(view: GraphView, repository: Repository, review: Review): object {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: review.id,
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    bodyText: review.body,
    createdAt: instant(review.submittedAt),
    updatedAt: instant(review.submittedAt),
    submittedAt: review.state === 'PENDING' ? null : instant(review.submittedAt),
    url: `${repositoryHtml(repository)}/pull/reviews/${review.id}`,
    authorAssociation: associationOf(repository, review.author),
    authorCanPushToRepository: reviewerCanPush(repository, review),
    author: () => actorNode(view, review.author),
    commit: () => (review.commit === null ? null : gitObjectNode(view, repository, review.commit)),
    repository: () => repositoryNode(view, repository),
    onBehalfOf: (args: Arguments) => connection('onBehalfOf', args, [], () => null),
  };
}
