import type { CheckRun } from '../../state/check.ts';
import type { Repository } from '../../state/repository.ts';
import { HTML, nodeId, type View } from '../view.ts';
import { accountShape } from './account-shape.ts';
import { minimalPullRequestShape } from './pull-request-shape.ts';
import { repositoryHtml, repositoryUrl } from './repository-shape.ts';
import { instant } from '../instant.ts';

export function checkRunShape(view: View, repository: Repository, run: CheckRun) {
  const url = `${repositoryUrl(view, repository)}/check-runs/${run.id}`;
  const pulls = [...repository.pullRequests.values()].filter(
    (pull) => pull.head.commit === run.commit && pull.head.repository === repository.id,
  );
  const job = [...repository.runs.values()].find((candidate) => candidate.suite === run.suite);
  const details =
    job === undefined
      ? `${HTML}/apps/${view.scenario.app(run.app).slug}`
      : `${repositoryHtml(repository)}/actions/runs/${job.id}/job/${run.id}`;
  return {
    id: run.id,
    head_sha: run.commit,
    node_id: nodeId('CheckRun', run.id),
    external_id: '',
    url,
    html_url: `${repositoryHtml(repository)}/runs/${run.id}`,
    details_url: details,
    status: run.status,
    conclusion: run.conclusion,
    started_at: instant(run.startedAt),
    completed_at: instant(run.completedAt),
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    name: run.name,
    check_suite: { id: run.suite },
    app: appShape(view, run.app),
    pull_requests: pulls.map((pull) => minimalPullRequestShape(view, repository, pull)),
    ...(run.environment === undefined ? {} : { deployment: deploymentOf(view, repository, run, run.environment) }),
  };
}

/** GitHub makes one for each job that names an environment. */
function deploymentOf(view: View, repository: Repository, run: CheckRun, environment: string) {
  const url = `${repositoryUrl(view, repository)}/deployments/${run.id}`;
  return {
    url,
    id: run.id,
    node_id: nodeId('Deployment', run.id),
    task: 'deploy',
    environment,
    description: null,
    created_at: instant(run.startedAt),
    updated_at: instant(run.startedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(view, repository),
  };
}

function appShape(view: View, id: number) {
  const app = view.scenario.app(id);
  const at = instant(new Date(0));
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    owner: accountShape(view, { id: 9919, login: 'github', kind: 'Organization', emails: [] }),
    name: app.name,
    description: null,
    external_url: `${HTML}/apps/${app.slug}`,
    html_url: `${HTML}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: {},
    events: [],
  };
}
