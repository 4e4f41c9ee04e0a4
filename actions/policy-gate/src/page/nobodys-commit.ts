import type { Judgement } from '@proofrail/core/gate';
import { markdownCode } from '@proofrail/runner/escape';

/**
 * What to say of a commit that no pull request brought; null for all others. Nothing is known about it, and what the rules ask for cannot
 * be done to it any more.
 */
export function nobodysCommit({ facts: { change, contributors }, decision }: Judgement): string[] | null {
  if (change.number !== null || contributors.known || decision.cause !== 'rules') return null;
  const commit = markdownCode(change.checked);
  switch (contributors.why) {
    case 'absent':
      return [
        `**Why:** no pull request that was merged ends in commit ${commit}, so nothing is known about it.`,
        '**Do this first:** Bring the change by a pull request. Whether an exception covers what landed past one, `proofrail merges verify` says.',
      ];
    case 'stale':
      return [
        `**Why:** commit ${commit} brings nothing: it stands on the branch already, or the branch was set back to it.`,
        '**Do this first:** Nothing for a merge group that has landed, which needs no decision any more. If the branch was set back, ask who did it: `proofrail merges verify` finds the same.',
      ];
    case 'moved':
      if (change.kind !== 'push') return null;
      return [
        `**Why:** commit ${commit} does not follow from what stood on the branch before: its history was written anew.`,
        '**Do this first:** Ask who pushed by force, and bring the change by a pull request. What landed past one, `proofrail merges verify` finds.',
      ];
    default:
      return null;
  }
}
