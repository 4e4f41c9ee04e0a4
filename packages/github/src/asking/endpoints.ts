import type { UnknownReason } from '@proofrail/core/context';
import type { Permission } from '../permission.ts';

export interface Endpoint {
  readonly route: string;
  readonly permission: Permission;
  /** What a 404 of this endpoint means: it hides what the token may not see behind the same answer as what is not there (gate.md 1.4). */
  readonly notFound: UnknownReason;
  /** What a 422 means, where it means anything. */
  readonly unprocessable?: UnknownReason;
  /** What a 403 says where the feature is off in this repository, not where the token lacks the permission. */
  readonly switchedOff?: RegExp;
}

const REPOSITORY = '/repos/{owner}/{repo}';
/** `Advanced Security must be enabled for this repository…`, `Code scanning is not enabled…`. */
const CODE_SCANNING_OFF = /^(?:Advanced Security|Code Security|Code scanning)\b.{0,80}\b(?:must be|is not) enabled\b/i;

/** Every REST call of the collector, with the permission it needs (gate.md 1.1). */
export const ENDPOINTS = {
  /** What the token may not see looks like none. */
  repository: { route: `GET ${REPOSITORY}`, permission: 'metadata', notFound: 'forbidden' },
  branchRules: { route: `GET ${REPOSITORY}/rules/branches/{branch}`, permission: 'metadata', notFound: 'forbidden' },
  /** Our own run exists: 404 is the token's. */
  run: { route: `GET ${REPOSITORY}/actions/runs/{run_id}`, permission: 'actions', notFound: 'forbidden' },
  runs: { route: `GET ${REPOSITORY}/actions/runs`, permission: 'actions', notFound: 'forbidden' },
  activity: { route: `GET ${REPOSITORY}/activity`, permission: 'contents', notFound: 'forbidden' },
  /** Whether a private fork shows itself is nothing that a permission of this job could change. */
  activityOfFork: { route: `GET ${REPOSITORY}/activity`, permission: 'metadata', notFound: 'forbidden' },
  files: { route: `GET ${REPOSITORY}/pulls/{pull_number}/files`, permission: 'pull-requests', notFound: 'forbidden' },
  compare: { route: `GET ${REPOSITORY}/compare/{basehead}`, permission: 'contents', notFound: 'absent' },
  /** 422: GitHub does not know the commit, or not yet. */
  pullRequestsOfCommit: {
    route: `GET ${REPOSITORY}/commits/{commit_sha}/pulls`,
    permission: 'pull-requests',
    notFound: 'forbidden',
    unprocessable: 'absent',
  },
  artifacts: { route: `GET ${REPOSITORY}/actions/runs/{run_id}/artifacts`, permission: 'actions', notFound: 'forbidden' },
  /** 404: nothing was ever analysed. */
  analyses: {
    route: `GET ${REPOSITORY}/code-scanning/analyses`,
    permission: 'security-events',
    notFound: 'absent',
    switchedOff: CODE_SCANNING_OFF,
  },
  analysis: {
    route: `GET ${REPOSITORY}/code-scanning/analyses/{analysis_id}`,
    permission: 'security-events',
    notFound: 'absent',
    switchedOff: CODE_SCANNING_OFF,
  },
  /** Of a job: its id is that of its check run. */
  checkRun: { route: `GET ${REPOSITORY}/check-runs/{check_run_id}`, permission: 'checks', notFound: 'forbidden' },
  environment: { route: `GET ${REPOSITORY}/environments/{environment_name}`, permission: 'actions', notFound: 'absent' },
  approvals: { route: `GET ${REPOSITORY}/actions/runs/{run_id}/approvals`, permission: 'actions', notFound: 'forbidden' },
  jobs: {
    route: `GET ${REPOSITORY}/actions/runs/{run_id}/attempts/{attempt_number}/jobs`,
    permission: 'actions',
    notFound: 'forbidden',
  },
} as const satisfies Readonly<Record<string, Endpoint>>;
