import type { Fact } from '@proofrail/core/context';
import type { ContextNode } from './checks.ts';
import { lastRetarget, type TimelineNode } from './timeline.ts';

/** Their runs try the merge out: both the tree and the workflow's file are what the base of that moment and the head give together. */
const OF_A_MERGE = /^pull_request(_|$)/;

/**
 * What ran on a head, without what ran while the change was pointed at another branch (gate.md row 14). That branch may have been
 * anybody's, and have brought a workflow of its own under the path that the registry names.
 */
export function ofThisBase(
  contexts: Fact<readonly ContextNode[]>,
  timeline: Fact<readonly TimelineNode[]>,
): Fact<readonly ContextNode[]> {
  if (!contexts.known) return contexts;
  if (!timeline.known) return timeline;
  const retargeted = lastRetarget(timeline.value);
  return retargeted === null
    ? contexts
    : { known: true, value: contexts.value.filter((context) => !ranBefore(context, retargeted)) };
}

/** A run that is started again keeps the merge, and the time, of its first attempt. */
function ranBefore(context: ContextNode, moment: number): boolean {
  const run = context.__typename === 'CheckRun' ? context.checkSuite.workflowRun : null;
  return run !== null && OF_A_MERGE.test(run.event) && Date.parse(run.createdAt) <= moment;
}
