import { calledWorkflow } from './called-workflow.ts';
import { CheckName } from './check-name.ts';
import { withOpenExpressions } from './expressions.ts';
import { jobsOf, type JobInWorkflow } from './jobs-of.ts';
import type { WorkflowSet } from './workflow-set.ts';

/** One check that is reported when an event starts a job. */
export interface JobReport {
  readonly name: CheckName;
  /** From the job that the event starts, along calls of workflows of the same commit, to the job that reports. */
  readonly jobs: readonly JobInWorkflow[];
  /** The called workflow that was not followed: of another repository, not among the files, or too deep. Null where all were. */
  readonly unfollowed: string | null;
}

/** A caller and nine levels below it (GitHub, "Reusable workflows reference"); a circle of calls, which GitHub refuses, ends here too. */
const MOST_LEVELS = 10;
/** Jobs looked at below one job. GitHub runs fewer; files made to exhaust the reader would have them double with every level. */
const MOST_JOBS = 512;

/**
 * The checks of a job: its `name`, else its id; with a matrix and no expression in the name, ` (values)` behind it; for a
 * reusable workflow, `caller / called` (gate.md 4.1). A workflow that is only called reports nothing by itself.
 */
function reportsOf(at: JobInWorkflow, set: WorkflowSet): JobReport[] {
  if (at.workflow.triggers.every(({ event }) => event === 'workflow_call')) return [];
  return reportsBelow(at, set, { prefix: '', jobs: [] }, { left: MOST_JOBS });
}

export const checkNames = (at: JobInWorkflow, set: WorkflowSet): CheckName[] => reportsOf(at, set).map(({ name }) => name);

export const allReports = (set: WorkflowSet): JobReport[] => jobsOf(set).flatMap((at) => reportsOf(at, set));

interface Above {
  readonly prefix: string;
  readonly jobs: readonly JobInWorkflow[];
}

function reportsBelow(at: JobInWorkflow, set: WorkflowSet, above: Above, budget: { left: number }): JobReport[] {
  const { work } = at.job;
  const name = `${above.prefix}${ownName(at.job)}`;
  const jobs = [...above.jobs, at];
  budget.left -= 1;
  if (work.kind === 'steps') return [{ name: new CheckName(name), jobs, unfollowed: null }];
  const called = calledWorkflow(work, set);
  if (called === undefined || jobs.length === MOST_LEVELS || budget.left <= 0)
    return [{ name: new CheckName(`${name} / *`), jobs, unfollowed: work.uses.value }];
  return called.jobs.flatMap((job) => reportsBelow({ workflow: called, job }, set, { prefix: `${name} / `, jobs }, budget));
}

function ownName({ id, name, matrix }: JobInWorkflow['job']): string {
  const written = name?.value ?? id;
  const open = withOpenExpressions(written);
  return matrix && open === written ? `${written} (*)` : open;
}
