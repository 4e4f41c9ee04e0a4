import type { Fact } from '@proofrail/core/context';

/** Said to be a queue, an awaited review only postpones the decision: so nothing but GitHub's own word says so. */
export function mergeQueueOf(rules: Fact<readonly string[]>, queued: Fact<boolean>): Fact<boolean> {
  if (!rules.known) return rules;
  if (!queued.known) return queued;
  return { known: true, value: queued.value || rules.value.includes('merge_queue') };
}
