import { allReports, type JobReport } from './job-reports.ts';
import { isGate } from './required-jobs.ts';
import type { WorkflowSet } from './workflow-set.ts';

/** A required check that nobody has looked behind, or not to the end. */
export interface UnreadCheck {
  readonly check: string;
  /** What would show it. Holds text of the files: escape before showing. */
  readonly needs: string;
}

/** Required checks about which finding nothing says nothing, because the job that reports them was not found or not read. */
export function unreadChecks(set: WorkflowSet): UnreadCheck[] {
  const reports = allReports(set);
  return [...new Set(set.required)].flatMap((check) => {
    const candidates = reports.filter(({ name }) => name.mayBe(check));
    const elsewhere = candidates.filter(isDecidedElsewhere).map(({ unfollowed }) => `a look at ${unfollowed}: it was not read`);
    const needs = elsewhere.length > 0 ? elsewhere : reporter(candidates);
    return [...new Set(needs)].map((need) => ({ check, needs: need }));
  });
}

/** The gate's own workflow is no unknown program: whether it is pinned is a check of its own. */
const isDecidedElsewhere = ({ jobs, unfollowed }: JobReport): boolean => unfollowed !== null && !jobs.slice(-1).some(isGate);

function reporter(candidates: readonly JobReport[]): string[] {
  if (candidates.length === 0) return ['the workflow file that reports it: no job here has that name'];
  if (candidates.some(({ name, unfollowed }) => unfollowed !== null || !name.guessed)) return [];
  return candidates.flatMap(({ jobs }) =>
    jobs.slice(-1).map(({ workflow: { file }, job: { id, line } }) => {
      return `a look at job "${id}" (${file}:${line}): a name on its way is an expression, so nobody knows whether it reports this`;
    }),
  );
}
