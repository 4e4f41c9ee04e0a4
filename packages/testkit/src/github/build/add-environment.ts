import type { Person } from '../state/person.ts';
import type { Environment, Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';

export type NewEnvironment = Partial<Omit<Environment, 'id' | 'name' | 'createdAt'>>;

/** As GitHub makes one that nobody configured: anybody deploys from anywhere, and administrators may pass over everything. */
export function addEnvironment(
  scenario: Scenario,
  repository: Repository,
  name: string,
  options: NewEnvironment = {},
): Environment {
  const environment: Environment = {
    reviewers: [],
    preventSelfReview: false,
    adminsBypass: true,
    waitMinutes: 0,
    branches: 'all',
    ...options,
    id: scenario.nextId(),
    name,
    createdAt: scenario.now,
  };
  repository.environments.set(name, environment);
  return environment;
}

/** Gives each job of a run an environment, as `environment:` in its workflow does. */
export function deployTo(repository: Repository, run: WorkflowRun, environment: string): void {
  for (const check of repository.checkRuns) if (check.suite === run.suite) check.environment = environment;
}

/** Lets the waiting jobs of a run start. When it happened GitHub tells nobody. */
export function approveDeployment(scenario: Scenario, run: WorkflowRun, environment: string, by: Person, comment = ''): void {
  run.approvals.push({ environment, person: by.id, state: 'approved', comment });
  const startedAt = scenario.later();
  for (const job of run.jobs.filter(({ status }) => status === 'waiting')) {
    job.status = 'in_progress';
    job.startedAt = startedAt;
  }
}
