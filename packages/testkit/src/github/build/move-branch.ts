import type { Push, Repository } from '../state/repository.ts';
import type { Scenario } from '../state/scenario.ts';

const NOTHING = '0'.repeat(40); // git's "there was no such ref"

/** Points a branch at a commit and writes the line that GitHub's activity log gets. */
export function moveBranch(
  scenario: Scenario,
  repository: Repository,
  branch: string,
  to: string,
  by: number | null,
  kind?: Push['kind'],
): void {
  const before = repository.branches.get(branch);
  repository.branches.set(branch, to);
  repository.pushes.push({
    id: scenario.nextId(),
    ref: `refs/heads/${branch}`,
    before: before ?? NOTHING,
    after: to,
    at: scenario.later(),
    by,
    kind: kind ?? (before === undefined ? 'branch_creation' : 'push'),
  });
}
