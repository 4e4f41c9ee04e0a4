import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Name in dist/ without `.js` → source file: one per action, the CLI, and the programs that run beside them as processes or threads. */
export async function entryPoints(root: string): Promise<Record<string, string>> {
  const actions = await readdir(path.join(root, 'actions')).catch(() => []);
  const candidates: [string, string][] = [
    ...actions.map((name): [string, string] => [name, `actions/${name}/src/main.ts`]),
    ['proofrail', 'packages/cli/src/main.ts'],
    ['bundle-worker', 'packages/cli/src/verify/bundle-worker.ts'],
    ['inspect-worker', 'packages/machine/src/verify/inspect-worker.ts'],
    ['verify-bucket-worker', 'packages/cli/src/verify/verify-bucket-worker.ts'],
    ['verify-worker', 'packages/machine/src/verify/verify-worker.ts'],
  ];
  return Object.fromEntries(candidates.filter(([, source]) => existsSync(path.join(root, source))));
}
