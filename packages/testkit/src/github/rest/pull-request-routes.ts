import { reads } from '../permissions/scopes.ts';
import { associationOf } from '../state/association.ts';
import { changedFiles, type ChangedFile } from '../state/changed-files.ts';
import { gitObjectId } from '../state/git-object.ts';
import type { PullRequest, Review } from '../state/pull-request.ts';
import { paged } from './paged.ts';
import { notFound, ok, type RestAnswer } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { commitShape } from './shapes/commit-shape.ts';
import { pullRequestShape, simplePullRequestShape } from './shapes/pull-request-shape.ts';
import { repositoryHtml, repositoryUrl } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';
import { instant } from './instant.ts';

const needs = [reads('pull-requests')];
const PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';

export const pullRequestRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/pulls',
    needs,
    answer: (request) => {
      const state = request.query.get('state') ?? 'open';
      const head = request.query.get('head');
      const base = request.query.get('base');
      const wanted = [...request.repository.pullRequests.values()].filter(
        (pull) =>
          (state === 'all' || (pull.closed === null) === (state === 'open')) &&
          (base === null || pull.base.branch === base) &&
          (head === null || `${request.repository.owner}:${pull.head.branch}` === head),
      );
      return paged(request, wanted.reverse(), (pull) => simplePullRequestShape(request.view, request.repository, pull));
    },
  },
  {
    method: 'GET',
    template: PULL,
    needs,
    answer: (request) => withPull(request, (pull) => ok(pullRequestShape(request.view, request.repository, pull))),
  },
  {
    method: 'GET',
    template: `${PULL}/files`,
    needs,
    answer: (request) =>
      withPull(request, (pull) => {
        const { git, caps } = request.view.scenario;
        const files = changedFiles(git, pull.base.seen, pull.head.commit).slice(0, caps.pullRequestFiles);
        return paged(request, files, (file) => fileShape(request, pull.head.commit, file));
      }),
  },
  {
    method: 'GET',
    template: `${PULL}/commits`,
    needs,
    answer: (request) =>
      withPull(request, (pull) => {
        const { git, caps } = request.view.scenario;
        const commits = git.between(pull.base.seen, pull.head.commit).slice(0, caps.pullRequestCommits);
        return paged(request, commits, (commit) => commitShape(request.view, request.repository, commit));
      }),
  },
  {
    method: 'GET',
    template: `${PULL}/reviews`,
    needs,
    answer: (request) =>
      withPull(request, (pull) => paged(request, pull.reviews, (review) => reviewShape(request, pull, review))),
  },
];

function withPull(request: RestRequest, answer: (pull: PullRequest) => RestAnswer): RestAnswer {
  const pull = request.repository.pullRequests.get(numbered(request, 'pull_number'));
  return pull === undefined ? notFound() : answer(pull);
}

export function fileShape({ view, repository }: RestRequest, commit: string, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const lines = file.bytes.toString('utf8').split('\n').length;
  const gone = file.status === 'removed';
  return {
    sha: gitObjectId('blob', file.bytes),
    filename: file.path,
    status: file.status,
    additions: gone ? 0 : lines,
    deletions: gone ? lines : 0,
    changes: lines,
    blob_url: `${repositoryHtml(repository)}/blob/${commit}/${path}`,
    raw_url: `${repositoryHtml(repository)}/raw/${commit}/${path}`,
    contents_url: `${repositoryUrl(view, repository)}/contents/${path}?ref=${commit}`,
    ...(file.previous === null ? {} : { previous_filename: file.previous }),
  };
}

function reviewShape({ view, repository }: RestRequest, pull: PullRequest, review: Review) {
  const html = `${repositoryHtml(repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const url = `${repositoryUrl(view, repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: accountById(view, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: instant(review.submittedAt),
    commit_id: review.commit,
    author_association: associationOf(repository, review.author),
  };
}
