import { normalised } from '../expressions.ts';
import { jobsOf, stepsOf, type JobInWorkflow, type StepInJob } from '../jobs-of.ts';
import type { Workflow, Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** Started by what an outsider does, and run with the rights of the repository. */
const PRIVILEGED_EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment'];

const HEAD_OF_OTHERS = [
  /github\.event\.pull_request\.head\./,
  /github\.head_ref/,
  /github\.event\.workflow_run\.(head_|pull_requests)/,
  /github\.event\.(issue|pull_request)\.number/,
  /refs\/pull\//,
];
const FETCHES_HEAD = /gh\s+pr\s+checkout|git\s+(fetch|pull|clone|checkout)\b[^\n]*(\bpull\/|head_ref|head_sha|\.head\.)/i;

export const untrustedCheckout: WorkflowCheck = {
  code: 'untrusted-checkout',
  severity: 'high',
  looksFor: 'a checkout of somebody else\'s commit in a workflow that runs with the rights of the repository ("pwn request")',
  doThis:
    'never check it out there: read what you need as data over the API, or build it in a `pull_request` workflow without rights',
  rows: [51],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set)
      .filter(({ workflow }) => isPrivileged(workflow))
      .flatMap((at) =>
        untrustedCheckouts(at).map(({ line }) => ({
          file: at.workflow.file,
          line,
          what: `job "${at.job.id}" has the code of an outsider beside the rights of the repository`,
        })),
      ),
};

export const isPrivileged = ({ triggers }: Workflow): boolean => triggers.some(({ event }) => PRIVILEGED_EVENTS.includes(event));

/** What brings the head of a pull request into the working directory. */
export const untrustedCheckouts = (at: JobInWorkflow): Written<string>[] => stepsOf(at).flatMap(untrustedCheckoutOf);

export function untrustedCheckoutOf({ does }: StepInJob): readonly Written<string>[] {
  if (does.kind === 'run') return FETCHES_HEAD.test(does.script.value) ? [does.script] : [];
  if (!/^actions\/checkout@/.test(does.uses.value)) return [];
  const asked = [does.inputs.get('ref'), does.inputs.get('repository')].flatMap((input) => input ?? []);
  return asked.filter(({ value }) => HEAD_OF_OTHERS.some((pattern) => pattern.test(normalised(value)))).slice(0, 1);
}
