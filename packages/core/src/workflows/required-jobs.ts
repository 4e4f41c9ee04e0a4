import { checkNames } from './check-name.ts';
import { jobsOf, usesOf, type JobInWorkflow } from './jobs-of.ts';
import type { WorkflowSet } from './workflow-set.ts';

const GATE_WORKFLOW = /(^|\/)(required-)?gate\.ya?ml(@|$)/;
const GATE_ACTION = /(^|\/)policy-gate(@|$)/;

/** Jobs whose check decides about a merge: those that a rule requires by name, and those that run the gate. */
export function requiredJobs(set: WorkflowSet): JobInWorkflow[] {
  return jobsOf(set).filter((at) => isGate(at) || isRequiredByName(at, set));
}

/** `gate` is the job whose conclusion is the decision where intent and decision have jobs of their own (decisions.md, The workflow). */
export function isGate(at: JobInWorkflow): boolean {
  const { workflow, job } = at;
  if (runsTheGate(at)) return true;
  return job.id === 'gate' && workflow.jobs.some((other) => runsTheGate({ workflow, job: other }));
}

function runsTheGate(at: JobInWorkflow): boolean {
  const { work } = at.job;
  if (work.kind === 'call') return GATE_WORKFLOW.test(work.uses.value);
  return usesOf(at).some(({ does }) => GATE_ACTION.test(does.uses.value));
}

function isRequiredByName(at: JobInWorkflow, set: WorkflowSet): boolean {
  return checkNames(at, set).some((name) => set.required?.some((required) => name.mayBe(required)));
}

/** Those jobs and all that they need: what fails there must not look like success here. */
export function requiredJobsAndTheirNeeds(set: WorkflowSet): JobInWorkflow[] {
  return withNeeds(requiredJobs(set));
}

export const gateJobsAndTheirNeeds = (set: WorkflowSet): JobInWorkflow[] => withNeeds(jobsOf(set).filter(isGate));

function withNeeds(start: readonly JobInWorkflow[]): JobInWorkflow[] {
  const found = [...start];
  for (const { workflow, job } of found) {
    const needed = workflow.jobs.filter(({ id }) => job.needs.some(({ value }) => value === id));
    found.push(...needed.filter((one) => !found.some((other) => other.job === one)).map((one) => ({ workflow, job: one })));
  }
  return found;
}

/** Workflows that hold a required job and run by themselves: one that is only called has the events of its caller. */
export function requiredWorkflows(set: WorkflowSet) {
  const all = new Set(requiredJobs(set).map(({ workflow }) => workflow));
  return [...all].filter(({ triggers }) => triggers.some(({ event }) => event !== 'workflow_call'));
}
