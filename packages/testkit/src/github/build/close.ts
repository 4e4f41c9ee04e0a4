import type { Change } from './change.ts';

/** Without a merge. Its head stays what it was then, wherever the branch goes. */
export function close({ scenario, pullRequest }: Change): void {
  pullRequest.closed = scenario.later();
  pullRequest.updatedAt = pullRequest.closed;
}
