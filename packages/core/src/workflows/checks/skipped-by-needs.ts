import { requiredJobs } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';
import { isAlways } from './conditional-required-job.ts';

export const skippedByNeeds: WorkflowCheck = {
  code: 'skipped-by-needs',
  severity: 'high',
  looksFor: 'a required job that is skipped, and so counts as success, when a job fails that it `needs`',
  doThis:
    'give the required job `if: always()` and have it compare `needs.<job>.result` with `success`; where it only calls a reusable workflow, as a gate does, remove its `needs:` and require the check of each job that it waited for',
  rows: [28],
  about: 'required checks',
  find: (set) =>
    requiredJobs(set).flatMap(({ workflow, job: { id, needs, condition } }) => {
      const [first] = needs;
      if (first === undefined || (condition !== null && isAlways(condition.value))) return [];
      const chain = needs.map(({ value }) => `"${value}"`).join(', ');
      return [{ file: workflow.file, line: first.line, what: `required job "${id}" is skipped when ${chain} fails` }];
    }),
};
