import { stepsOf } from '../jobs-of.ts';
import { requiredJobsAndTheirNeeds } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const continueOnError: WorkflowCheck = {
  code: 'continue-on-error',
  severity: 'high',
  looksFor: '`continue-on-error` in a required job or in one that it needs: the failure turns green',
  doThis: 'remove it; what may fail belongs in a job that nothing required needs',
  rows: [30],
  about: 'required checks',
  find: (set) =>
    requiredJobsAndTheirNeeds(set).flatMap((at) =>
      [at.job.continueOnError, ...stepsOf(at).map(({ step }) => step.continueOnError)]
        .flatMap((written) => (written === null || written.value === 'false' ? [] : [written]))
        .map(({ line }) => ({ file: at.workflow.file, line, what: `a failure in job "${at.job.id}" does not fail it` })),
    ),
};
