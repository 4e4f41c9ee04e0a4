import type { WorkflowCheck } from '../workflow-check.ts';

export const pullRequestTarget: WorkflowCheck = {
  code: 'pull-request-target',
  severity: 'medium',
  looksFor:
    '`pull_request_target`: it runs with secrets and a token that may write, and from the default branch whatever the base of the pull request is',
  doThis: 'use `pull_request`; the gate reads everything it needs with a read-only token',
  rows: [21, 51],
  about: 'every workflow',
  find: ({ workflows }) =>
    workflows.flatMap(({ file, triggers }) =>
      triggers
        .filter(({ event }) => event === 'pull_request_target')
        .map(({ line }) => ({ file, line, what: 'an outsider starts it, and it runs with the rights of the repository' })),
    ),
};
