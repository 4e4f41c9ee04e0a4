import { jobsOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

export const inheritedSecrets: WorkflowCheck = {
  code: 'inherited-secrets',
  severity: 'medium',
  looksFor: '`secrets: inherit`: a called workflow gets every secret of the repository',
  doThis: 'name the secrets it needs; the gate needs none',
  rows: [63],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap(({ workflow: { file }, job }) =>
      job.work.kind === 'call' && job.work.inheritsSecrets !== null
        ? [{ file, line: job.work.inheritsSecrets.line, what: `${job.work.uses.value} gets every secret` }]
        : [],
    ),
};
