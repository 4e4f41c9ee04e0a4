import { known, type Fact } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import * as v from 'valibot';
import type { Asker } from '../asking/asker.ts';
import { ENDPOINTS } from '../asking/endpoints.ts';
import { isSameEnvironment } from './is-same-environment.ts';

const checkRunBody = v.object({ deployment: v.nullish(v.object({ environment: v.nullish(v.string(), null) }), null) });

/**
 * Whether a job of this run that is running now has this environment, by the deployment that GitHub made for it. A runner does not tell its
 * step, so the step has to say, and could name an environment with more guards than its own.
 *
 * @throws ConfigurationError `environment/not-of-this-job`
 */
export async function confirmEnvironment(
  asker: Asker,
  where: { readonly owner: string; readonly repo: string },
  environment: string,
  running: Fact<readonly { readonly id: string }[]>,
): Promise<Fact<true>> {
  if (!running.known) return running;
  for (const { id } of running.value) {
    const job = await asker.rest(ENDPOINTS.checkRun, { ...where, check_run_id: Number(id) }, checkRunBody);
    if (!job.known) return job;
    const own = job.value.deployment?.environment ?? null;
    if (own !== null && isSameEnvironment(own, environment)) return known(true);
  }
  throw new ConfigurationError('environment/not-of-this-job', {
    expected: `a running job of this run with "environment: ${environment}"`,
    found: 'none',
    at: 'with.environment',
    doThis: 'name the environment that the job itself has, or leave the input out',
  });
}
