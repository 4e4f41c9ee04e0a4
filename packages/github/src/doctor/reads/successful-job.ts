import * as v from 'valibot';
import type { GitHubApi } from '../../github-api.ts';
import { look } from '../look.ts';
import { NEEDS } from '../needs.ts';
import { seen, type Sight } from '../sight.ts';
import type { Repository } from './repository.ts';

/** Newest runs of a workflow that are looked through: one call each. */
export const RUNS_LOOKED_AT = 10;

const RUNS = v.looseObject({ workflow_runs: v.array(v.looseObject({ id: v.number() })) });
const JOBS = v.looseObject({
  jobs: v.array(v.looseObject({ name: v.string(), conclusion: v.nullable(v.string()), completed_at: v.nullable(v.string()) })),
});

/** When a job of a workflow last succeeded, among its newest runs; null where it did in none of them. */
export async function readSuccessfulJob(
  api: GitHubApi,
  { owner, repo }: Repository,
  file: string,
  isIt: (jobName: string) => boolean,
): Promise<Sight<string | null>> {
  const runs = await look(api, {
    route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    parameters: { owner, repo, workflow_id: file.split('/').at(-1), status: 'completed', per_page: RUNS_LOOKED_AT },
    shape: RUNS,
    needs: NEEDS.actions,
  });
  if (!runs.seen) return runs;
  for (const { id } of runs.value.workflow_runs) {
    const jobs = await look(api, {
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      parameters: { owner, repo, run_id: id, per_page: 100 },
      shape: JOBS,
      needs: NEEDS.actions,
    });
    if (!jobs.seen) return jobs;
    const done = jobs.value.jobs.find(({ name, conclusion }) => conclusion === 'success' && isIt(name));
    if (done !== undefined) return seen(done.completed_at);
  }
  return seen(null);
}
