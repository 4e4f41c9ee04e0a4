import { instant } from '../../rest/instant.ts';
import { nodeId } from '../../rest/view.ts';
import type { Comment } from '../../state/pull-request.ts';
import type { GraphView } from '../graph-view.ts';
import { actorNode } from './actor-node.ts';

export function commentNode(view: GraphView, comment: Comment): object {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    fullDatabaseId: String(comment.id),
    body: comment.body,
    bodyText: comment.body,
    createdAt: instant(comment.createdAt),
    updatedAt: instant(comment.updatedAt),
    viewerDidAuthor: comment.author === view.token.actor,
    author: () => actorNode(view, comment.author),
  };
}
