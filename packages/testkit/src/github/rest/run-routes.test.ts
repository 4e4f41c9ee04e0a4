import { describePublished } from '../../../test/github/describe-published.ts';
import { runRoutes } from './run-routes.ts';

describePublished('workflow runs', runRoutes, ({ runs, pullRequest }) => ({
  'GET /actions/runs': ['/actions/runs', `/actions/runs?head_sha=${pullRequest.head.commit}&event=pull_request&status=completed`],
  'GET /actions/runs/{run_id}': [`/actions/runs/${runs.scan.id}`, `/actions/runs/${runs.gate.id}`],
  'GET /actions/runs/{run_id}/artifacts': [`/actions/runs/${runs.scan.id}/artifacts`],
  'GET /actions/runs/{run_id}/jobs': [`/actions/runs/${runs.gate.id}/jobs`, `/actions/runs/${runs.scan.id}/jobs?filter=all`],
  'GET /actions/workflows/{workflow_id}/runs': [
    '/actions/workflows/test.yml/runs?status=completed',
    `/actions/workflows/${runs.scan.workflow}/runs`,
  ],
  'GET /actions/runs/{run_id}/attempts/{attempt_number}/jobs': [`/actions/runs/${runs.scan.id}/attempts/1/jobs`],
  'GET /actions/runs/{run_id}/approvals': [`/actions/runs/${runs.scan.id}/approvals`],
  'POST /actions/runs/{run_id}/rerun': [`/actions/runs/${runs.scan.id}/rerun`],
}));
