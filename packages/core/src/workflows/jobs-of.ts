import type { Job, Script, Step, Use, Workflow } from './workflow.ts';
import type { WorkflowSet } from './workflow-set.ts';

export interface JobInWorkflow {
  readonly workflow: Workflow;
  readonly job: Job;
}

export interface StepInJob<Work extends Use | Script = Use | Script> extends JobInWorkflow {
  readonly step: Step;
  readonly does: Work;
}

/** Every job of every workflow. */
export const jobsOf = ({ workflows }: Pick<WorkflowSet, 'workflows'>): JobInWorkflow[] =>
  workflows.flatMap((workflow) => workflow.jobs.map((job) => ({ workflow, job })));

/** Its steps; none for a job that calls a workflow. */
export const stepsOf = ({ workflow, job }: JobInWorkflow): StepInJob[] =>
  job.work.kind === 'steps' ? job.work.steps.map((step) => ({ workflow, job, step, does: step.does })) : [];

/** Its steps that use an action. */
export const usesOf = (at: JobInWorkflow): StepInJob<Use>[] =>
  stepsOf(at).flatMap((step) => (step.does.kind === 'uses' ? [{ ...step, does: step.does }] : []));

/** Its steps that run a script. */
export const scriptsOf = (at: JobInWorkflow): StepInJob<Script>[] =>
  stepsOf(at).flatMap((step) => (step.does.kind === 'run' ? [{ ...step, does: step.does }] : []));

/** Every condition, of jobs and of steps. */
export const conditionsOf = (at: JobInWorkflow) =>
  [at.job.condition, ...stepsOf(at).map(({ step }) => step.condition)].flatMap((condition) => condition ?? []);
