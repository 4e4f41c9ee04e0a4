import type { CheckName } from '../check-name.ts';
import { checkNames } from '../job-reports.ts';
import { jobsOf, type JobInWorkflow } from '../jobs-of.ts';
import { requiredJobs } from '../required-jobs.ts';
import type { Sighting, WorkflowCheck } from '../workflow-check.ts';

interface NamedJob extends JobInWorkflow {
  readonly name: CheckName;
}

export const duplicateCheckName: WorkflowCheck = {
  code: 'duplicate-check-name',
  severity: 'high',
  looksFor:
    'two jobs that report under one name, by matrix and reusable workflow too: a required check looks at the name, not at workflow or event',
  doThis: 'give every job of the repository a name of its own',
  rows: [32, 33],
  about: 'every workflow',
  find(set) {
    const required = new Set(requiredJobs(set).map(({ job }) => job));
    const named = jobsOf(set).flatMap((at): NamedJob[] => checkNames(at, set).map((name) => ({ ...at, name })));
    return named.flatMap((one, index) => {
      const other = named.slice(0, index).find((before) => isTheSame(one, before, required));
      return other === undefined ? [] : [sighting(one, other)];
    });
  },
};

/** A name that is open on either side accuses nobody unless one of the two jobs is required. */
function isTheSame(one: NamedJob, other: NamedJob, required: ReadonlySet<JobInWorkflow['job']>): boolean {
  if (one.job === other.job || !one.name.mayEqual(other.name)) return false;
  return (one.name.exact && other.name.exact) || required.has(one.job) || required.has(other.job);
}

const sighting = (one: NamedJob, other: NamedJob): Sighting => ({
  file: one.workflow.file,
  line: one.job.name?.line ?? one.job.line,
  what: `"${one.name.text}" is also what ${other.workflow.file}:${other.job.name?.line ?? other.job.line} reports ("${other.name.text}")`,
});
