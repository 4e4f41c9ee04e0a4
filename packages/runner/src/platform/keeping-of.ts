import type { Keeping } from '@proofrail/core/ports';

/**
 * What keeps a ledger that this job writes. A folder of a machine that the platform lends for one job goes with the machine, unless an
 * artifact carries it away, and artifacts go too. A folder of a self-hosted runner stays, and so does a bucket.
 */
export function keepingOf(ledger: string, environment: NodeJS.ProcessEnv): Keeping {
  const { GITHUB_ACTIONS: job, RUNNER_ENVIRONMENT: machine, GITHUB_RETENTION_DAYS: days = '' } = environment;
  if (!ledger.startsWith('file:') || job !== 'true' || machine === 'self-hosted') return { by: 'ledger' };
  return { by: 'artifact', days: /^[1-9][0-9]{0,3}$/.test(days) ? Number(days) : null };
}
