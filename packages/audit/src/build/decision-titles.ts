import type { Decided } from './changes.ts';
import { groupedBy } from './grouped-by.ts';

const NAMES = { pull_request: 'Pull request', merge_group: 'Merge group', push: 'Push', deployment: 'Deployment' } as const;

/** `Pull request 41, decision 2 of 2`: a change that was judged again keeps its number. `decisions`: oldest first. */
export function decisionTitles(decisions: readonly Decided[]): ReadonlyMap<Decided, string> {
  const groups = groupedBy(decisions, subjectOf);
  return new Map(
    [...groups.values()].flatMap((same) =>
      same.map((decided, index): [Decided, string] => [decided, titleOf(decided, index, same.length)]),
    ),
  );
}

/** One change: by its number, and by its commit where it has none. */
function subjectOf({ record }: Decided): string {
  const { kind, repository, number, head } = record.details.subject;
  return JSON.stringify([kind, repository, number ?? head]);
}

function titleOf({ record }: Decided, index: number, count: number): string {
  const { kind, number } = record.details.subject;
  const name = number === null ? NAMES[kind] : `${NAMES[kind]} ${number}`;
  return count < 2 ? name : `${name}, decision ${index + 1} of ${count}`;
}
