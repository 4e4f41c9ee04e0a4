import type { Fact } from '@proofrail/core/context';
import type { ContextNode } from './checks.ts';
import { mergeRunOf } from './merge-run.ts';
import { lastRetarget, type TimelineNode } from './timeline.ts';

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
  const run = mergeRunOf(context);
  return run !== null && Date.parse(run.createdAt) <= moment;
}
