import type { Fact } from '@proofrail/core/context';
import type { BranchRule } from './branch-rules.ts';

/** Said to be a queue, an awaited review only postpones the decision: so nothing but GitHub's own word says so. */
export function mergeQueueOf(rules: Fact<readonly BranchRule[]>, queued: Fact<boolean>): Fact<boolean> {
  if (!rules.known) return rules;
  if (!queued.known) return queued;
  return { known: true, value: queued.value || rules.value.some(({ type }) => type === 'merge_queue') };
}
