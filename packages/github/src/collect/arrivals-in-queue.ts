import type { Arrival } from './arrival.ts';
import type { Queue } from './read-queue.ts';

/**
 * The pull requests of a merge group. The queue says which one's turn ended in each commit; the commits before it, back to the turn
 * before, are of the same one (a rebased change has several). A commit that no turn claims belongs to nobody.
 */
export function arrivalsInQueue(line: readonly string[], entries: Queue['entries']): readonly Arrival[] {
  const arrivals: Arrival[] = [];
  let current: number | null = null;
  for (const commit of [...line].reverse()) {
    current = entries.get(commit) ?? current;
    arrivals.push({ commit, pullRequests: current === null ? [] : [current] });
  }
  return arrivals.reverse();
}
