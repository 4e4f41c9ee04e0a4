import { conditionOf } from '../expressions.ts';
import { requiredJobs } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const conditionalRequiredJob: WorkflowCheck = {
  code: 'conditional-required-job',
  severity: 'high',
  looksFor: 'an `if:` on a required job: a job that is skipped counts as success',
  doThis: 'remove the `if:`; where the job has to look at the jobs before it, `if: always()` is the only one that cannot skip it',
  rows: [27],
  about: 'required checks',
  find: (set) =>
    requiredJobs(set).flatMap(({ workflow, job: { id, condition } }) =>
      condition === null || isAlways(condition.value)
        ? []
        : [{ file: workflow.file, line: condition.line, what: `required job "${id}" is skipped unless ${condition.value}` }],
    ),
};

export const isAlways = (condition: string): boolean => /^always\s*\(\s*\)$/i.test(conditionOf(condition));
