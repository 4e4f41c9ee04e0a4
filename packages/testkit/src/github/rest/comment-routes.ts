import { reads, writes } from '../permissions/scopes.ts';
import type { Comment, PullRequest } from '../state/pull-request.ts';
import { associationOf } from '../state/association.ts';
import { instant } from './instant.ts';
import { paged } from './paged.ts';
import { notFound, ok, refusal } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { repositoryHtml, repositoryUrl } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';

const COMMENTS = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
const LONGEST_BODY = 65_536;

/** Comments of a pull request hang on the issue of the same number. Writing them takes `pull-requests: write`. */
export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: COMMENTS,
    needs: [reads('pull-requests')],
    answer: (request) => {
      const pull = request.repository.pullRequests.get(numbered(request, 'issue_number'));
      return pull === undefined ? notFound() : paged(request, pull.comments, (comment) => commentShape(request, pull, comment));
    },
  },
  {
    method: 'POST',
    template: COMMENTS,
    needs: [writes('pull-requests')],
    answer: (request) => {
      const { view, token, repository } = request;
      const pull = repository.pullRequests.get(numbered(request, 'issue_number'));
      const body = bodyOf(request);
      if (pull === undefined) return notFound();
      if (body === undefined) return refusal(422, 'Validation Failed');
      const at = view.scenario.later();
      const comment: Comment = { id: view.scenario.nextId(), author: token.actor, body, createdAt: at, updatedAt: at };
      pull.comments.push(comment);
      return { status: 201, body: commentShape(request, pull, comment) };
    },
  },
  {
    method: 'PATCH',
    template: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    needs: [writes('pull-requests')],
    answer: (request) => {
      const body = bodyOf(request);
      for (const pull of request.repository.pullRequests.values()) {
        const comment = pull.comments.find(({ id }) => id === numbered(request, 'comment_id'));
        if (comment === undefined) continue;
        if (body === undefined) return refusal(422, 'Validation Failed');
        comment.body = body;
        comment.updatedAt = request.view.scenario.later();
        return ok(commentShape(request, pull, comment));
      }
      return notFound();
    },
  },
];

function bodyOf(request: RestRequest): string | undefined {
  const { body } = (request.body ?? {}) as { readonly body?: unknown };
  return typeof body === 'string' && body !== '' && body.length <= LONGEST_BODY ? body : undefined;
}

function commentShape({ view, repository }: RestRequest, pull: PullRequest, comment: Comment) {
  const issues = `${repositoryUrl(view, repository)}/issues`;
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${issues}/comments/${comment.id}`,
    html_url: `${repositoryHtml(repository)}/pull/${pull.number}#issuecomment-${comment.id}`,
    body: comment.body,
    user: accountById(view, comment.author),
    created_at: instant(comment.createdAt),
    updated_at: instant(comment.updatedAt),
    issue_url: `${issues}/${pull.number}`,
    author_association: associationOf(repository, comment.author),
    performed_via_github_app: null,
  };
}
