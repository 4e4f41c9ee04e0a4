import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import type { ReviewThread } from '../../state/pull-request.ts';
import type { Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { instant } from '../../rest/instant.ts';

export function threadNode(view: GraphView, repository: Repository, thread: ReviewThread): object {
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PullRequestReviewThread', thread.id),
    isResolved: thread.resolvedBy !== null,
    isOutdated: thread.outdated,
    isCollapsed: thread.resolvedBy !== null,
    path: thread.path,
    line: thread.line,
    resolvedBy: () => actorNode(view, thread.resolvedBy),
    comments: (args: Arguments) =>
      connection('comments', args, thread.comments, (comment) => ({
        __typename: 'PullRequestReviewComment',
        id: nodeId('PullRequestReviewComment', comment.id),
        databaseId: comment.id,
        body: comment.body,
        bodyText: comment.body,
        path: thread.path,
        createdAt: instant(comment.at),
        url: `${repositoryHtml(repository)}/pull/comments/${comment.id}`,
        author: () => actorNode(view, comment.author),
      })),
  };
}
