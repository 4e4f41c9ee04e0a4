import type { GitHubAnswer, GitHubApi } from '../../github-api.ts';
import { WORKFLOW_FILES_DOCUMENT } from '../reads/workflow-files.ts';

/** The state of a repository that is set up as `proofrail init` leaves it. Tests change one thing at a time. */
export const healthySettings = () => ({
  repository: { id: 42, default_branch: 'main', private: true },
  branch: { protected: true } as Record<string, unknown>,
  classic: null as Record<string, unknown> | null,
  rules: [
    { type: 'deletion', ruleset_id: 7 },
    { type: 'non_fast_forward', ruleset_id: 7 },
    { type: 'required_linear_history', ruleset_id: 7 },
    {
      type: 'pull_request',
      ruleset_id: 7,
      parameters: {
        required_approving_review_count: 2,
        dismiss_stale_reviews_on_push: true,
        require_last_push_approval: true,
        require_code_owner_review: true,
        required_review_thread_resolution: true,
      } as Record<string, unknown>,
    },
    {
      type: 'required_status_checks',
      ruleset_id: 7,
      parameters: {
        strict_required_status_checks_policy: true,
        required_status_checks: [{ context: 'test', integration_id: 15368 }] as { context: string; integration_id?: number }[],
      },
    },
    {
      type: 'workflows',
      ruleset_id: 7,
      parameters: { workflows: [{ repository_id: 9, path: '.github/workflows/required-gate.yml' }] },
    },
    { type: 'merge_queue', ruleset_id: 7, parameters: { grouping_strategy: 'ALLGREEN' } },
  ] as { type: string; ruleset_id?: number | undefined; parameters?: Record<string, unknown> }[],
  rulesets: [
    { id: 7, name: 'main', target: 'branch', enforcement: 'active', bypass_actors: [] as Record<string, unknown>[] | undefined },
  ],
  environments: [
    {
      name: 'production',
      can_admins_bypass: false,
      protection_rules: [{ type: 'required_reviewers', prevent_self_review: true, reviewers: [{ type: 'Team' }] }],
      deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
    },
  ] as Record<string, unknown>[],
  retention: { days: 90, maximum_allowed_days: 400 },
  codeOwnersErrors: [] as Record<string, unknown>[],
  workflows: { 'ci.yml': CI, 'deploy.yml': DEPLOY } as Record<string, string>,
  reported: [{ name: 'test', checkSuite: { app: { databaseId: 15368 } } }] as Record<string, unknown>[],
  rollbackRan: '2026-10-01T10:00:00Z' as string | null,
});
export type Settings = ReturnType<typeof healthySettings>;

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const CI = `on: [pull_request, merge_group]
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: semgrep scan --error
`;
const DEPLOY = `on: push
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    environment: production
    steps:
      - uses: acme/gate/actions/archive-sbom@${SHA}
      - uses: acme/gate/actions/record-evidence@${SHA}
        with:
          ledger: s3://evidence/main
  rollback:
    runs-on: ubuntu-24.04
    steps:
      - run: ./roll-back
`;

export const answered = (status: number, body: unknown, headers: Record<string, string> = {}): GitHubAnswer => ({
  kind: 'answered',
  status,
  headers,
  body,
  bytes: new Uint8Array(),
});

/** An in-memory stand-in for GitHub's settings endpoints: no permissions of its own; `faults` replace the answer of a route. */
export function fakeSettingsApi(settings: Settings, faults: Readonly<Record<string, GitHubAnswer>> = {}): GitHubApi {
  const answer = (route: string, body: unknown): Promise<GitHubAnswer> =>
    Promise.resolve(faults[route] ?? (body === undefined ? answered(404, { message: 'Not Found' }) : answered(200, body)));
  return {
    graphql: (document) =>
      document === WORKFLOW_FILES_DOCUMENT
        ? answer('workflow files', { data: workflowData(settings) })
        : answer('reported checks', { data: reportedData(settings) }),
    request: (route) => {
      if (route.endsWith('/protection') && settings.classic === null)
        return Promise.resolve(faults[route] ?? answered(404, { message: 'Branch not protected' }));
      return answer(route, bodies(settings)[route]);
    },
  };
}

/** Every question that the doctor asks. */
export const ROUTES = (): string[] => [...Object.keys(bodies(healthySettings())), 'workflow files', 'reported checks'];

const bodies = (settings: Settings): Record<string, unknown> => ({
  'GET /repos/{owner}/{repo}': settings.repository,
  'GET /repos/{owner}/{repo}/branches/{branch}': settings.branch,
  'GET /repos/{owner}/{repo}/branches/{branch}/protection': settings.classic,
  'GET /repos/{owner}/{repo}/rules/branches/{branch}': settings.rules,
  'GET /repos/{owner}/{repo}/rulesets': settings.rulesets.map(({ id, name, target, enforcement }) => ({
    id,
    name,
    target,
    enforcement,
  })),
  'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}': settings.rulesets[0],
  'GET /repos/{owner}/{repo}/environments': { environments: settings.environments },
  'GET /repos/{owner}/{repo}/actions/permissions/artifact-and-log-retention': settings.retention,
  'GET /repos/{owner}/{repo}/codeowners/errors': { errors: settings.codeOwnersErrors },
  'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': { workflow_runs: [{ id: 1 }] },
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs': {
    jobs: [
      { name: 'rollback', conclusion: settings.rollbackRan === null ? 'skipped' : 'success', completed_at: settings.rollbackRan },
    ],
  },
});

const workflowData = ({ workflows }: Settings) => ({
  repository: {
    ref: {
      target: {
        file: {
          object: {
            entries: Object.entries(workflows).map(([name, text]) => ({
              name,
              type: 'blob',
              object: { text, isTruncated: false },
            })),
          },
        },
      },
    },
  },
});

const reportedData = ({ reported }: Settings) => ({
  repository: {
    pullRequests: {
      nodes: [
        {
          commits: {
            nodes: [{ commit: { statusCheckRollup: { contexts: { pageInfo: { hasNextPage: false }, nodes: reported } } } }],
          },
        },
      ],
    },
  },
});
