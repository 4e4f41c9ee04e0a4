import { addRepository, commitFiles, moveBranch, type SoundChange } from '@proofrail/testkit';
import { ontoMain, registryOf, weakened } from './registry.ts';

/** The organisation asks for what the sound change keeps; the repository’s own registry asks for less. */
export function underOrganisation(change: SoundChange): void {
  const { scenario, repository, author, runs } = change;
  const own = scenario.git.filesOf(scenario.git.commit(repository.branches.get('main') ?? '').tree);
  const gate = addRepository(scenario, { owner: 'acme', name: 'soc2-gate', visibility: 'public' });
  const files = {
    '.proofrail/controls.yaml': registryOf(change),
    '.proofrail/roles.yaml': own.get('.proofrail/roles.yaml')?.content.toString() ?? '',
  };
  const released = commitFiles(scenario, { files, parents: [], author }).oid;
  moveBranch(scenario, gate, 'main', released, author.id);
  runs.gate.referenced = [{ path: `acme/soc2-gate/.github/workflows/gate.yml@${released}`, sha: released, ref: 'refs/tags/v1' }];
  // Only the organisation says who holds a role.
  ontoMain(change, { ...weakened(change), '.proofrail/roles.yaml': null });
}
