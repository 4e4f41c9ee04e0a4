import { once, stepsStartedBy } from '../started-steps.ts';
import { untrustedCheckouts } from '../untrusted-checkouts.ts';
import type { WorkflowCheck } from '../workflow-check.ts';
import type { WorkflowSet } from '../workflow-set.ts';

/** Asks again, after the comment, which commit is the newest. */
const LOOKS_UP_HEAD = /headRef(Oid|Name)|\.head\.(sha|ref)/;
const BY_COMMENT = ['issue_comment'];

export const commentCommandWithoutCommit: WorkflowCheck = {
  code: 'comment-command-without-commit',
  severity: 'high',
  looksFor: 'a command in a comment ("/ok to test") that names no commit: its author pushes between the comment and the run',
  doThis: 'ask for the full commit id in the comment, and use that commit alone',
  rows: [62],
  about: 'every workflow',
  find: (set) =>
    once([...untrustedCheckouts(set, BY_COMMENT), ...lookUps(set)]).map(({ at: { workflow, job }, where: { line } }) => ({
      file: workflow.file,
      line,
      what: `job "${job.id}" takes the newest commit, not the one that the comment was about`,
    })),
};

const lookUps = (set: WorkflowSet) =>
  stepsStartedBy(set, BY_COMMENT).flatMap(({ at }) =>
    at.does.kind === 'run' && LOOKS_UP_HEAD.test(at.does.script.value) ? [{ at, where: at.does.script }] : [],
  );
