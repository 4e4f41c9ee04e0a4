import type { Workflow } from '../workflow.ts';
import type { Sighting, WorkflowCheck } from '../workflow-check.ts';

export const broadPermissions: WorkflowCheck = {
  code: 'broad-permissions',
  severity: 'medium',
  looksFor:
    'a token that may do more than its job needs: no `permissions:`, `write-all`, `read-all`, or a right to write for every job',
  doThis: 'write `permissions: {}` at the top and give each job what it needs',
  rows: [63],
  about: 'every workflow',
  find: ({ workflows }) => workflows.flatMap((workflow) => [...wholeSets(workflow), ...shared(workflow), ...unsaid(workflow)]),
};

function wholeSets({ file, permissions, jobs }: Workflow): Sighting[] {
  return [permissions, ...jobs.map((job) => job.permissions)].flatMap((given) =>
    given?.kind === 'all' ? [{ file, line: given.line, what: `"${given.level}" gives the token every right at once` }] : [],
  );
}

function shared({ file, permissions, jobs }: Workflow): Sighting[] {
  if (permissions?.kind !== 'listed' || jobs.length < 2) return [];
  return [...permissions.scopes]
    .filter(([, { value }]) => value === 'write')
    .map(([scope, { line }]) => ({ file, line, what: `every job of the workflow may write ${scope}` }));
}

function unsaid({ file, permissions, jobs }: Workflow): Sighting[] {
  if (permissions !== null) return [];
  return jobs
    .filter((job) => job.permissions === null)
    .map(({ id, line }) => ({ file, line, what: `job "${id}" has whatever rights the repository gives by default` }));
}
