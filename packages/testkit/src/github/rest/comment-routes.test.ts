import { describePublished } from '../../../test/github/describe-published.ts';
import { commentRoutes } from './comment-routes.ts';

describePublished('comments', commentRoutes, ({ pullRequest, author, scenario }) => {
  pullRequest.comments.push({ id: 9, author: author.id, body: 'hello', createdAt: scenario.now, updatedAt: scenario.now });
  return {
    'GET /issues/{issue_number}/comments': ['/issues/41/comments'],
    'POST /issues/{issue_number}/comments': [['/issues/41/comments', { body: { body: 'denied: approvals.quorum' } }]],
    'PATCH /issues/comments/{comment_id}': [['/issues/comments/9', { body: { body: 'allowed' } }]],
  };
});
