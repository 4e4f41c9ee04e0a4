import { createHash } from 'node:crypto';
import type { CheckRun, Conclusion } from '../state/check.ts';
import type { Person } from '../state/person.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';
import type { Artifact, Job, WorkflowRun } from '../state/workflow-run.ts';
import { zipFile } from './zip-file.ts';

export const GITHUB_ACTIONS = 15_368;

export interface NewRun {
  readonly path: string;
  readonly commit: string;
  readonly branch: string;
  readonly actor: Person;
  readonly event?: string;
  readonly pullRequest?: PullRequest;
  /** Name of each job with how it ended; null while it runs. */
  readonly jobs: Readonly<Record<string, Conclusion | null>>;
  readonly referenced?: WorkflowRun['referenced'];
  /** Members of each artifact's zip file. */
  readonly artifacts?: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>>;
}

/** A run of GitHub Actions with its check suite, and one check run for each job. */
export function runWorkflow(scenario: Scenario, repository: Repository, options: NewRun): WorkflowRun {
  const createdAt = scenario.later();
  const ended = Object.values(options.jobs);
  const running = ended.includes(null);
  const run: WorkflowRun = {
    id: scenario.nextId(),
    workflow: workflowId(repository, options.path) ?? scenario.nextId(),
    path: options.path,
    name: options.path.replace(/^.*\//, '').replace(/\.ya?ml.*$/, ''),
    suite: scenario.nextId(),
    number: repository.runs.size + 1,
    event: options.event ?? 'pull_request',
    headBranch: options.branch,
    headRepository: options.pullRequest?.head.repository ?? repository.id,
    headSha: options.commit,
    attempt: 1,
    status: running ? 'in_progress' : 'completed',
    conclusion: running ? null : (ended.find((conclusion) => conclusion !== 'success') ?? 'success'),
    actor: options.actor.id,
    triggeringActor: options.actor.id,
    pullRequests: options.pullRequest === undefined ? [] : [options.pullRequest.number],
    referenced: options.referenced ?? [],
    createdAt,
    startedAt: createdAt,
    updatedAt: scenario.later(4),
    jobs: [],
    artifacts: [],
    approvals: [],
  };
  repository.runs.set(run.id, run);
  for (const [name, conclusion] of Object.entries(options.jobs)) addJob(scenario, repository, run, name, conclusion);
  for (const [name, members] of Object.entries(options.artifacts ?? {})) uploadArtifact(scenario, run, name, members);
  return run;
}

function addJob(scenario: Scenario, repository: Repository, run: WorkflowRun, name: string, conclusion: Conclusion | null): Job {
  const status = conclusion === null ? 'in_progress' : 'completed';
  const completedAt = conclusion === null ? null : run.updatedAt;
  const at = { createdAt: run.createdAt, startedAt: run.startedAt, completedAt };
  const job: Job = { id: scenario.nextId(), name, attempt: run.attempt, status, conclusion, ...at };
  const check: CheckRun = {
    id: job.id,
    name,
    app: GITHUB_ACTIONS,
    suite: run.suite,
    commit: run.headSha,
    status,
    conclusion,
    startedAt: run.startedAt,
    completedAt,
  };
  run.jobs.push(job);
  repository.checkRuns.push(check);
  return job;
}

export function uploadArtifact(
  scenario: Scenario,
  run: WorkflowRun,
  name: string,
  members: Readonly<Record<string, string | Buffer>>,
): Artifact {
  const zip = zipFile(members);
  const createdAt = scenario.now;
  const artifact: Artifact = {
    id: scenario.nextId(),
    name,
    zip,
    digest: `sha256:${createHash('sha256').update(zip).digest('hex')}`,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 90 * 86_400_000),
    expired: false,
  };
  run.artifacts.push(artifact);
  return artifact;
}

const workflowId = (repository: Repository, path: string): number | undefined =>
  [...repository.runs.values()].find((run) => run.path === path)?.workflow;
