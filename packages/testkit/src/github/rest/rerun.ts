import type { Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';
import type { WorkflowRun } from '../state/workflow-run.ts';

/** A new attempt of the same run, on the same commit, with every job from the start (gate.md rows 37 and 38). */
export function rerun(scenario: Scenario, repository: Repository, run: WorkflowRun, by: number): void {
  const before = run.jobs.filter((job) => job.attempt === run.attempt);
  run.attempt += 1;
  run.triggeringActor = by;
  run.status = 'queued';
  run.conclusion = null;
  run.startedAt = scenario.later();
  run.updatedAt = run.startedAt;
  for (const { name } of before) {
    const id = scenario.nextId();
    const started = { status: 'queued', conclusion: null, startedAt: run.startedAt, completedAt: null } as const;
    run.jobs.push({ id, name, attempt: run.attempt, createdAt: run.startedAt, ...started });
    const app = repository.checkRuns.find(({ suite }) => suite === run.suite)?.app ?? 0;
    repository.checkRuns.push({ id, name, app, suite: run.suite, commit: run.headSha, ...started });
  }
}
