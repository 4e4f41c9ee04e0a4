import { usesOf } from '../jobs-of.ts';
import { gateJobsAndTheirNeeds } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

const NO_CACHE = ['', 'false'];

export const cacheInGate: WorkflowCheck = {
  code: 'cache-in-gate',
  severity: 'high',
  looksFor: 'a cache restored in the job of the gate: another workflow may have written it (TanStack)',
  doThis: 'remove the cache: the gate brings all that it runs',
  rows: [59],
  about: 'required checks',
  find: (set) =>
    gateJobsAndTheirNeeds(set).flatMap((at) =>
      usesOf(at).flatMap(({ does: { uses, inputs } }) => {
        const [name = ''] = uses.value.split('@');
        const asked = inputs.get('cache');
        const line = /cache/i.test(name) ? uses.line : asked && !NO_CACHE.includes(asked.value) ? asked.line : null;
        return line === null ? [] : [{ file: at.workflow.file, line, what: `job "${at.job.id}" restores a cache` }];
      }),
    ),
};
