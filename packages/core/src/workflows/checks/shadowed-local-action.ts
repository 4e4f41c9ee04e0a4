import { jobsOf, stepsOf, type StepInJob } from '../jobs-of.ts';
import { requiredJobsAndTheirNeeds } from '../required-jobs.ts';
import type { WorkflowCheck } from '../workflow-check.ts';
import { untrustedCheckouts } from '../untrusted-checkouts.ts';

export const shadowedLocalAction: WorkflowCheck = {
  code: 'shadowed-local-action',
  severity: 'high',
  looksFor: '`uses: ./…` in a job that decides or has rights: it runs whatever the checkout before it put there',
  doThis: 'write `uses: $/…`, which is the commit of this very file, or owner/repository/path with a full commit id',
  rows: [26],
  about: 'every workflow',
  find(set) {
    const deciding = new Set(requiredJobsAndTheirNeeds(set).map(({ job }) => job));
    const untrusted = new Set(untrustedCheckouts(set).map(({ at: { step } }) => step));
    return jobsOf(set).flatMap((at) => {
      const steps = stepsOf(at);
      return steps.flatMap(({ does }, index) => {
        if (does.kind !== 'uses' || !does.uses.value.startsWith('./')) return [];
        const risky = deciding.has(at.job) || isCalled(at) || steps.slice(0, index).some(({ step }) => untrusted.has(step));
        const what = `${does.uses.value} is what the checkout of job "${at.job.id}" holds`;
        return risky ? [{ file: at.workflow.file, line: does.uses.line, what }] : [];
      });
    });
  },
};

/** In a workflow that others call, `./` is the caller's checkout. */
const isCalled = ({ workflow }: Pick<StepInJob, 'workflow'>): boolean =>
  workflow.triggers.some(({ event }) => event === 'workflow_call');
