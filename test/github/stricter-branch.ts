import { moveBranch, protect, PULL_REQUEST_RULE, retarget, type SoundChange } from '@proofrail/testkit';
import { demand, ontoMain, registryOf, replaced, weakened } from './registry.ts';
import { approveAgain, runAnew } from './run-again.ts';

/** The change goes into `release`, which asks for two approvals; `main`, the default branch, asks for one. */
export function intoAStricterBranch(change: SoundChange): void {
  const { scenario, repository, author } = change;
  moveBranch(scenario, repository, 'release', repository.branches.get('main') ?? '', author.id);
  protect(scenario, repository, { include: ['refs/heads/release'], rules: [{ type: 'creation' }, PULL_REQUEST_RULE] });
  const both = 'protected_branches: [main, release]';
  const strict = replaced(registryOf(change), 'protected_branches: [main]', both);
  ontoMain(change, { '.proofrail/controls.yaml': strict }, 'release');
  ontoMain(change, { ...weakened(change) });
  demand(change, 'protected_branches: [main]', both);
  retarget(change, 'release', author);
  runAnew(change);
  approveAgain(change);
}
