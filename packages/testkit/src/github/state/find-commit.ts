import type { Repository } from './repository.ts';
import type { Scenario } from './scenario.ts';

const OBJECT_ID = /^[0-9a-f]{40}$/;

/** What `{ref}` of a path or the left side of `ref:path` names: a full id, a branch, a tag, or either in full. */
export function findCommit(scenario: Scenario, repository: Repository, ref: string): string | undefined {
  if (OBJECT_ID.test(ref)) return scenario.git.find(ref)?.kind === 'commit' ? ref : undefined;
  if (ref === 'HEAD') return repository.branches.get(repository.defaultBranch);
  const pull = /^(?:refs\/)?pull\/(\d+)\/head$/.exec(ref)?.[1];
  if (pull !== undefined) return repository.pullRequests.get(Number(pull))?.head.commit;
  const branch = ref.replace(/^(?:refs\/)?heads\//, '');
  const tag = ref.replace(/^(?:refs\/)?tags\//, '');
  return repository.branches.get(branch) ?? repository.tags.get(tag);
}
