import { once } from '../started-steps.ts';
import type { Sighting, WorkflowCheck } from '../workflow-check.ts';
import { untrustedCheckouts, type UntrustedCheckout } from '../untrusted-checkouts.ts';

export const untrustedCheckout: WorkflowCheck = {
  code: 'untrusted-checkout',
  severity: 'high',
  looksFor: 'a checkout of somebody else\'s commit in a workflow that runs with the rights of the repository ("pwn request")',
  doThis:
    'never check it out there: read what you need as data over the API, or build it in a `pull_request` workflow without rights',
  rows: [51],
  about: 'every workflow',
  find: (set) => once(untrustedCheckouts(set)).map(sighting),
};

function sighting({ at: { workflow, job }, where: { line }, calls: [first] }: UntrustedCheckout): Sighting {
  const caller = first === undefined ? '' : `, called by ${first.workflow.file}:${first.job.line},`;
  return {
    file: workflow.file,
    line,
    what: `job "${job.id}"${caller} has the code of an outsider beside the rights of the repository`,
  };
}
