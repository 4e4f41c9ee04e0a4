import { commitFiles, moveBranch, type SoundChange } from '@proofrail/testkit';

const FILE = '.proofrail/controls.yaml';

/** The registry as it lies on the protected branch now. */
export function registryOf({ scenario, repository }: SoundChange): string {
  const tip = scenario.git.commit(repository.branches.get('main') ?? '');
  const file = scenario.git.filesOf(tip.tree).get(FILE);
  if (file === undefined) throw new Error(`no ${FILE} on main`);
  return file.content.toString();
}

/** `text` with `from` as `to`, once; a set-up that changes nothing would prove nothing. */
export function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${from}" stands not once in ${text}`);
  return text.replace(from, to);
}

/** Somebody entitled to it changed the registry on the protected branch. */
export function demand(change: SoundChange, from: string, to: string): void {
  ontoMain(change, { [FILE]: replaced(registryOf(change), from, to) });
}

/** A commit on the protected branch that has nothing to do with the change. */
export function ontoMain(change: SoundChange, files: Readonly<Record<string, string | null>>, branch = 'main'): void {
  const { scenario, repository, bystander } = change;
  const parents = [repository.branches.get(branch) ?? ''];
  const tip = commitFiles(scenario, { files, parents, author: bystander }).oid;
  moveBranch(scenario, repository, branch, tip, bystander.id);
}

/** What somebody would like the registry to say. */
export const weakened = (change: SoundChange): Readonly<Record<string, string>> => ({
  [FILE]: replaced(registryOf(change), 'min: 2, roles: [security, platform],', 'min: 1, roles: [security],'),
});
