import type { StreamVerification } from '@proofrail/core/ledger';
import { counted } from '@proofrail/core/text';

const MOST_RUNS = 3; // named one by one; a stream has thousands

/** What the platform itself says about who wrote the records of a stream. Never left out: a silence would look like a yes. */
export function platformLines({ verified, countersigned, unverified, none, by, why }: StreamVerification['platform']): string[] {
  if (verified + countersigned + unverified + none === 0) return [];
  return [
    ...by.map(({ repository_id: repository, job_workflow_ref: workflow, runner_environment: runner, run_ids: runs, records }) => {
      const named = runs.length <= MOST_RUNS ? `run ${runs.join(', ')}` : counted(runs.length, 'run');
      return `platform: verified, ${counted(records, 'record')} (repository ${repository}, ${workflow}, ${named}, ${runner})`;
    }),
    ...(countersigned === 0 ? [] : [`platform: erased, countersigned, ${counted(countersigned, 'record')}`]),
    ...why.map(({ code, records }) => `platform: unverified, ${counted(records, 'record')} (${code})`),
    ...(none === 0 ? [] : [`platform: none, ${counted(none, 'record')}`]),
  ];
}
