import { reads, writes } from '../permissions/scopes.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';
import { paged, pagedUnder } from './paged.ts';
import { notFound, ok, refusal, type RestAnswer } from './rest-answer.ts';
import { numbered, type RestRequest } from './rest-request.ts';
import { rerun } from './rerun.ts';
import type { Route } from './route.ts';
import { accountById } from './shapes/account-shape.ts';
import { environmentSummary } from './shapes/environment-shape.ts';
import { artifactShape, jobShape, workflowRunShape } from './shapes/workflow-run-shape.ts';

const needs = [reads('actions')];
const RUN = '/repos/{owner}/{repo}/actions/runs/{run_id}';

export const runRoutes: readonly Route[] = [
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/actions/runs',
    needs,
    answer: (request) => listed(request, [...request.repository.runs.values()]),
  },
  {
    method: 'GET',
    template: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    needs,
    answer: (request) => {
      const wanted = request.parameters['workflow_id'];
      const runs = [...request.repository.runs.values()].filter(
        ({ workflow, path }) => String(workflow) === wanted || path === `.github/workflows/${wanted ?? ''}`,
      );
      return runs.length === 0 ? notFound() : listed(request, runs);
    },
  },
  {
    method: 'GET',
    template: RUN,
    needs,
    answer: (request) => withRun(request, (run) => ok(workflowRunShape(request.view, request.repository, run))),
  },
  {
    method: 'GET',
    template: `${RUN}/artifacts`,
    needs,
    answer: (request) =>
      withRun(request, (run) => {
        const name = request.query.get('name');
        const wanted = run.artifacts.filter((artifact) => name === null || artifact.name === name);
        return pagedUnder(request, 'artifacts', wanted, (artifact) =>
          artifactShape(request.view, request.repository, run, artifact),
        );
      }),
  },
  {
    method: 'GET',
    template: `${RUN}/jobs`,
    needs,
    answer: (request) =>
      withRun(request, (run) => {
        const all = request.query.get('filter') === 'all';
        const wanted = run.jobs.filter((job) => all || job.attempt === run.attempt);
        return pagedUnder(request, 'jobs', wanted, (job) => jobShape(request.view, request.repository, run, job));
      }),
  },
  {
    method: 'GET',
    template: `${RUN}/attempts/{attempt_number}/jobs`,
    needs,
    answer: (request) =>
      withRun(request, (run) => {
        const wanted = run.jobs.filter(({ attempt }) => attempt === numbered(request, 'attempt_number'));
        if (wanted.length === 0) return notFound();
        return pagedUnder(request, 'jobs', wanted, (job) => jobShape(request.view, request.repository, run, job));
      }),
  },
  {
    method: 'GET',
    template: `${RUN}/approvals`,
    needs,
    answer: (request) =>
      withRun(request, (run) =>
        paged(request, run.approvals, (approval) => ({
          state: approval.state,
          comment: approval.comment,
          user: accountById(request.view, approval.person),
          environments: [...request.repository.environments.values()]
            .filter(({ name }) => name === approval.environment)
            .map((environment) => environmentSummary(request.view, request.repository, environment)),
        })),
      ),
  },
  {
    method: 'POST',
    template: `${RUN}/rerun`,
    needs: [writes('actions')],
    answer: (request) =>
      withRun(request, (run) => {
        if (run.status !== 'completed') return refusal(403, 'This workflow is already running');
        rerun(request.view.scenario, request.repository, run, request.token.actor);
        return { status: 201, body: {} };
      }),
  },
];

const FILTERS = [
  { name: 'head_sha', values: (run: WorkflowRun) => [run.headSha] },
  { name: 'event', values: (run: WorkflowRun) => [run.event] },
  { name: 'branch', values: (run: WorkflowRun) => [run.headBranch] },
  { name: 'status', values: (run: WorkflowRun) => [run.status, run.conclusion ?? ''] }, // GitHub takes either under this name
];

function listed(request: RestRequest, runs: readonly WorkflowRun[]): RestAnswer {
  const asked = FILTERS.map(({ name, values }) => ({ value: request.query.get(name), values }));
  const wanted = runs.filter((run) => asked.every(({ value, values }) => value === null || values(run).includes(value)));
  return pagedUnder(request, 'workflow_runs', wanted.reverse(), (run) => workflowRunShape(request.view, request.repository, run));
}

function withRun(request: RestRequest, answer: (run: WorkflowRun) => RestAnswer): RestAnswer {
  const run = request.repository.runs.get(numbered(request, 'run_id'));
  return run === undefined ? notFound() : answer(run);
}
