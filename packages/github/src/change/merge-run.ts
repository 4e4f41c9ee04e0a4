import type { CheckRunNode, ContextNode } from './checks.ts';

/** Their runs try the merge out: both the tree and the workflow's file are what base and head of a pull request give together. */
const OF_A_MERGE = /^pull_request(_|$)/;

/** The run behind a check, if it was for a pull request; null of any other. Nothing that GitHub says of it names which one. */
export function mergeRunOf(context: ContextNode): NonNullable<CheckRunNode['checkSuite']['workflowRun']> | null {
  const run = context.__typename === 'CheckRun' ? context.checkSuite.workflowRun : null;
  return run !== null && OF_A_MERGE.test(run.event) ? run : null;
}
