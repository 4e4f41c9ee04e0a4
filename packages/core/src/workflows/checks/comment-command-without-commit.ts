import { jobsOf, scriptsOf, type JobInWorkflow } from '../jobs-of.ts';
import type { Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';
import { untrustedCheckouts } from './untrusted-checkout.ts';

/** Asks again, after the comment, which commit is the newest. */
const LOOKS_UP_HEAD = /headRef(Oid|Name)|\.head\.(sha|ref)/;

export const commentCommandWithoutCommit: WorkflowCheck = {
  code: 'comment-command-without-commit',
  severity: 'high',
  looksFor: 'a command in a comment ("/ok to test") that names no commit: its author pushes between the comment and the run',
  doThis: 'ask for the full commit id in the comment, and use that commit alone',
  rows: [62],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set)
      .filter(({ workflow }) => workflow.triggers.some(({ event }) => event === 'issue_comment'))
      .flatMap((at) =>
        newestCommit(at).map(({ line }) => ({
          file: at.workflow.file,
          line,
          what: `job "${at.job.id}" takes the newest commit, not the one that the comment was about`,
        })),
      ),
};

const newestCommit = (at: JobInWorkflow): Written<string>[] => [
  ...untrustedCheckouts(at),
  ...scriptsOf(at).flatMap(({ does: { script } }) => (LOOKS_UP_HEAD.test(script.value) ? [script] : [])),
];
