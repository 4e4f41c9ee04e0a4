import { requiredJobsAndTheirNeeds } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const cancelInProgress: WorkflowCheck = {
  code: 'cancel-in-progress',
  severity: 'medium',
  looksFor: '`cancel-in-progress` on the workflow or a job of a required check: a run that is cancelled in time decides nothing',
  doThis: 'set `cancel-in-progress: false`, or remove the group',
  rows: [39],
  about: 'required checks',
  find(set) {
    const jobs = requiredJobsAndTheirNeeds(set);
    const workflows = [...new Set(jobs.map(({ workflow }) => workflow))];
    return [
      ...workflows.map(({ file, concurrency }) => ({ file, concurrency })),
      ...jobs.map(({ workflow: { file }, job: { concurrency } }) => ({ file, concurrency })),
    ].flatMap(({ file, concurrency }) => {
      const cancels = concurrency?.cancelInProgress ?? null;
      return cancels === null || cancels.value === 'false'
        ? []
        : [{ file, line: cancels.line, what: 'a newer run cancels one that a merge waits for' }];
    });
  },
};
