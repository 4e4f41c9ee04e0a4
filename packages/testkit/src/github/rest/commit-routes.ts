import { reads } from '../permissions/scopes.ts';
import { changedFiles } from '../state/changed-files.ts';
import type { CheckRun, CommitStatus } from '../state/check.ts';
import { findCommit } from '../state/find-commit.ts';
import { pullRequestsOf } from '../state/pull-requests-of.ts';
import { paged, pagedUnder } from './paged.ts';
import { fileShape } from './pull-request-routes.ts';
import { notFound, ok, refusal, type RestAnswer } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { checkRunShape } from './shapes/check-run-shape.ts';
import { commitShape } from './shapes/commit-shape.ts';
import { simplePullRequestShape } from './shapes/pull-request-shape.ts';
import { repositoryHtml, repositoryUrl } from './shapes/repository-shape.ts';
import { nodeId } from './view.ts';
import { instant } from './instant.ts';

const COMMIT = '/repos/{owner}/{repo}/commits/{ref}';

/** The longer paths stand first: `{ref}` takes slashes. */
export const commitRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    needs: [reads('pull-requests')],
    answer: (request) =>
      withCommit(request, 'commit_sha', (oid) =>
        paged(request, pullRequestsOf(request.view.scenario, request.repository, oid), (pull) =>
          simplePullRequestShape(request.view, request.repository, pull),
        ),
      ),
  },
  {
    method: 'GET',
    template: `${COMMIT}/check-runs`,
    needs: [reads('checks')],
    answer: (request) =>
      withCommit(request, 'ref', (oid) => {
        const runs = filtered(
          request,
          request.repository.checkRuns.filter((run) => run.commit === oid),
        );
        return pagedUnder(request, 'check_runs', runs, (run) => checkRunShape(request.view, request.repository, run));
      }),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
    needs: [reads('checks')],
    answer: (request) => {
      const run = request.repository.checkRuns.find(({ id }) => id === numbered(request, 'check_run_id'));
      return run === undefined ? notFound() : ok(checkRunShape(request.view, request.repository, run));
    },
  },
  {
    method: 'GET',
    template: `${COMMIT}/statuses`,
    needs: [reads('statuses')],
    answer: (request) =>
      withCommit(request, 'ref', (oid) => {
        const newestFirst = request.repository.statuses.filter((status) => status.commit === oid).reverse();
        return paged(request, newestFirst, (status) => statusShape(request, status));
      }),
  },
  {
    method: 'GET',
    template: COMMIT,
    needs: [reads('contents')],
    answer: (request) =>
      withCommit(request, 'ref', (oid) =>
        ok(commitShape(request.view, request.repository, request.view.scenario.git.commit(oid))),
      ),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/commits',
    needs: [reads('contents')],
    answer: (request) => {
      const start = findCommit(request.view.scenario, request.repository, request.query.get('sha') ?? 'HEAD');
      const history = start === undefined ? [] : request.view.scenario.git.history(start);
      return paged(request, history, (commit) => commitShape(request.view, request.repository, commit));
    },
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/compare/{basehead}',
    needs: [reads('contents')],
    answer: (request) => compare(request),
  },
];

function withCommit(request: RestRequest, name: string, answer: (oid: string) => RestAnswer): RestAnswer {
  const ref = request.parameters[name] ?? '';
  const oid = findCommit(request.view.scenario, request.repository, ref);
  return oid === undefined ? refusal(422, `No commit found for SHA: ${ref}`) : answer(oid);
}

/** `filter=latest`, the default, hides every earlier run of the same name in the same suite (gate.md 1.1). */
function filtered(request: RestRequest, runs: readonly CheckRun[]): CheckRun[] {
  const app = request.query.get('app_id');
  const name = request.query.get('check_name');
  const status = request.query.get('status');
  const wanted = runs.filter(
    (run) =>
      (app === null || run.app === Number(app)) &&
      (name === null || run.name === name) &&
      (status === null || run.status === status),
  );
  const newestFirst = wanted.reverse();
  if (request.query.get('filter') === 'all') return newestFirst;
  return newestFirst.filter(
    (run, index) => newestFirst.findIndex((other) => other.name === run.name && other.suite === run.suite) === index,
  );
}

function statusShape({ view, repository }: RestRequest, status: CommitStatus) {
  return {
    url: `${repositoryUrl(view, repository)}/statuses/${status.commit}`,
    avatar_url: null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: null,
    target_url: null,
    context: status.context,
    created_at: instant(status.at),
    updated_at: instant(status.at),
    creator: accountById(view, status.creator),
  };
}

function compare(request: RestRequest): RestAnswer {
  const { view, repository } = request;
  const { git, caps } = view.scenario;
  const [left = '', right = ''] = (request.parameters['basehead'] ?? '').split('...');
  const base = findCommit(view.scenario, repository, left);
  const head = findCommit(view.scenario, repository, right.replace(/^[^:/]+:/, ''));
  const start = base === undefined || head === undefined ? undefined : git.mergeBase(base, head);
  if (base === undefined || head === undefined || start === undefined) return refusal(404, 'Not Found');
  const ahead = git.between(base, head);
  const behind = git.between(head, base).length;
  const url = `${repositoryUrl(view, repository)}/compare/${left}...${right}`;
  const html = `${repositoryHtml(repository)}/compare/${left}...${right}`;
  const draw = (oid: string) => commitShape(view, repository, git.commit(oid));
  const { headers = {}, body } = paged(request, ahead, (commit) => commitShape(view, repository, commit));
  return {
    status: 200,
    headers,
    body: {
      url,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: draw(base),
      merge_base_commit: draw(start),
      status: relation(ahead.length, behind),
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: body,
      files: changedFiles(git, base, head)
        .slice(0, caps.compareFiles)
        .map((file) => fileShape(request, head, file)),
    },
  };
}

function relation(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
