import { allReports } from './job-reports.ts';
import { stepsOf, type JobInWorkflow, type StepInJob } from './jobs-of.ts';
import type { WorkflowSet } from './workflow-set.ts';

export interface StartedStep {
  readonly at: StepInJob;
  /** From the job that the event starts down to the one that calls this one; empty where the event starts it. */
  readonly calls: readonly JobInWorkflow[];
}

/** Every step that one of these events starts: a called workflow has the event, and the rights, of its caller. */
export const stepsStartedBy = (set: WorkflowSet, events: readonly string[]): StartedStep[] =>
  allReports(set)
    .filter(({ jobs: [first] }) => first?.workflow.triggers.some(({ event }) => events.includes(event)))
    .flatMap(({ jobs }) =>
      jobs
        .slice(-1)
        .flatMap(stepsOf)
        .map((at) => ({ at, calls: jobs.slice(0, -1) })),
    );

/** One sentence for each place, however many callers lead there. */
export const once = <T extends { readonly where: object }>(found: readonly T[]): T[] => [
  ...new Map(found.toReversed().map((one) => [one.where, one])).values(),
];
