import { jobsOf, stepsOf, type JobInWorkflow, type Workflow } from '@proofrail/core/workflows';
import type { GitHubApi } from '../github-api.ts';
import type { Repository } from './reads/repository.ts';
import { readSuccessfulJob } from './reads/successful-job.ts';
import { seen, type Sight } from './sight.ts';

/** Where a rollback is written, and when it last worked. */
export type Rollback =
  { readonly written: false } | { readonly written: true; readonly at: string; readonly lastSuccess: string | null };

const ROLLBACK = /roll[\s_-]?back/i;

/** Follows the first job that is a rollback; a step inside of another job leaves no result of its own to look at. */
export async function readRollback(
  api: GitHubApi,
  repository: Repository,
  workflows: readonly Workflow[],
): Promise<Sight<Rollback>> {
  const [first] = jobsOf({ workflows }).filter(isRollback);
  if (first === undefined) return seen({ written: false });
  const { workflow, job } = first;
  const at = `${workflow.file}:${job.line}`;
  const names = [job.id, job.name?.value].flatMap((name) => name ?? []);
  const success = await readSuccessfulJob(api, repository, workflow.file, (name) =>
    names.some((known) => name === known || name.startsWith(`${known} `)),
  );
  return success.seen ? seen({ written: true, at, lastSuccess: success.value }) : success;
}

function isRollback(at: JobInWorkflow): boolean {
  const { job } = at;
  if (ROLLBACK.test(job.id) || ROLLBACK.test(job.name?.value ?? '')) return true;
  return job.work.kind === 'call'
    ? ROLLBACK.test(job.work.uses.value)
    : stepsOf(at).some(({ step }) => ROLLBACK.test(step.name ?? ''));
}
