import { allReports, type JobReport } from './job-reports.ts';
import { jobsOf, usesOf, type JobInWorkflow } from './jobs-of.ts';
import type { WorkflowSet } from './workflow-set.ts';

const GATE_WORKFLOW = /(^|\/)(required-)?gate\.ya?ml(@|$)/;
const GATE_ACTION = /(^|\/)policy-gate(@|$)/;

/**
 * Jobs whose check decides about a merge: those that a rule requires by name, those that run the gate, and all that call one of them,
 * since what skips or cancels the caller skips or cancels the check too.
 */
export function requiredJobs(set: WorkflowSet): JobInWorkflow[] {
  const deciding = new Set(decidingChains(set).flatMap((chain) => chain.map(({ job }) => job)));
  return jobsOf(set).filter((at) => deciding.has(at.job) || isGate(at));
}

/** From the job that an event starts down to the one that decides. */
const decidingChains = (set: WorkflowSet): (readonly JobInWorkflow[])[] =>
  allReports(set).map((report) => (isRequiredByName(report, set) ? report.jobs : report.jobs.slice(0, lastGate(report) + 1)));

const lastGate = ({ jobs }: JobReport): number => jobs.findLastIndex(isGate);

const isRequiredByName = ({ name }: JobReport, { required }: WorkflowSet): boolean =>
  required !== null && required.some((one) => name.mayBe(one));

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

/** Those jobs and all that they need: what fails there must not look like success here. */
export function requiredJobsAndTheirNeeds(set: WorkflowSet): JobInWorkflow[] {
  return withNeeds(requiredJobs(set));
}

export const gateJobsAndTheirNeeds = (set: WorkflowSet): JobInWorkflow[] => withNeeds(jobsOf(set).filter(isGate));

function withNeeds(start: readonly JobInWorkflow[]): JobInWorkflow[] {
  const found = [...start];
  for (const { workflow, job } of found) {
    const needed = workflow.jobs.filter(({ id }) => job.needs.some(({ value }) => value.toLowerCase() === id.toLowerCase()));
    found.push(...needed.filter((one) => !found.some((other) => other.job === one)).map((one) => ({ workflow, job: one })));
  }
  return found;
}

/** Workflows that an event starts and a required check comes from: one that is only called for it has the events of its caller. */
export function requiredWorkflows(set: WorkflowSet) {
  const started = decidingChains(set).flatMap(([first]) => (first === undefined ? [] : [first.workflow]));
  return [...new Set(started)];
}
