import type { Repository } from '../../state/repository.ts';
import type { Artifact, Job, WorkflowRun } from '../../state/workflow-run.ts';
import { instant } from '../instant.ts';
import { nodeId, type View } from '../view.ts';
import { accountById } from './account-shape.ts';
import { minimalPullRequestShape } from './pull-request-shape.ts';
import { minimalRepositoryShape, repositoryHtml, repositoryUrl } from './repository-shape.ts';

export function workflowRunShape(view: View, repository: Repository, run: WorkflowRun) {
  const url = `${repositoryUrl(view, repository)}/actions/runs/${run.id}`;
  const source = view.scenario.repository(run.headRepository);
  // Empty for a fork, on purpose: GitHub does not tell a run which foreign pull request it is for.
  const pulls = source.id === repository.id ? run.pullRequests : [];
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: run.name,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflow,
    check_suite_id: run.suite,
    check_suite_node_id: nodeId('CheckSuite', run.suite),
    url,
    html_url: `${repositoryHtml(repository)}/actions/runs/${run.id}`,
    pull_requests: pulls.flatMap((number) => {
      const pull = repository.pullRequests.get(number);
      return pull === undefined ? [] : [minimalPullRequestShape(view, repository, pull)];
    }),
    created_at: instant(run.createdAt),
    updated_at: instant(run.updatedAt),
    run_started_at: instant(run.startedAt),
    actor: accountById(view, run.actor),
    triggering_actor: accountById(view, run.triggeringActor),
    referenced_workflows: run.referenced,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(view, repository)}/check-suites/${run.suite}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${repositoryUrl(view, repository)}/actions/workflows/${run.workflow}`,
    head_commit: headCommit(view, run.headSha),
    repository: minimalRepositoryShape(view, repository),
    head_repository: minimalRepositoryShape(view, source),
  };
}

function headCommit(view: View, oid: string) {
  const commit = view.scenario.git.commit(oid);
  const who = ({ name, email }: { readonly name: string; readonly email: string }) => ({ name, email });
  return {
    id: oid,
    tree_id: commit.tree,
    message: commit.message,
    timestamp: instant(commit.committer.date),
    author: who(commit.author),
    committer: who(commit.committer),
  };
}

export function jobShape(view: View, repository: Repository, run: WorkflowRun, job: Job) {
  const url = `${repositoryUrl(view, repository)}/actions`;
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${url}/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: `${url}/jobs/${job.id}`,
    html_url: `${repositoryHtml(repository)}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion,
    created_at: instant(job.createdAt),
    started_at: instant(job.startedAt),
    completed_at: instant(job.completedAt),
    name: job.name,
    steps: [],
    check_run_url: `${repositoryUrl(view, repository)}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
    workflow_name: run.name,
  };
}

export function artifactShape(view: View, repository: Repository, run: WorkflowRun, artifact: Artifact) {
  const url = `${repositoryUrl(view, repository)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.zip.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: instant(artifact.createdAt),
    expires_at: instant(artifact.expiresAt),
    updated_at: instant(artifact.createdAt),
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: run.headRepository,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  };
}
