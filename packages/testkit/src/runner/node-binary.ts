import path from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** The runtimes that built code must work on: the one that action.yml declares, the oldest that we promise, and whatever runs here. */
const RUNTIMES = ['24', '20.19', 'of this machine'] as const;
export type Runtime = (typeof RUNTIMES)[number];

const asked = process.env['PROOFRAIL_NODE'];

/** What built code runs on where a test does not say: `.ci/run` goes through all of `test/e2e` once on each (`tools/bootstrap.mjs`). */
export const RUNTIME: Runtime = asked === undefined ? '24' : runtimeOf(asked);

/** For a story that is told on more than one runtime each time. A run that is about one of them is about no other. */
export const NODES: readonly Runtime[] = asked === undefined ? ['24', 'of this machine'] : [RUNTIME];

export function nodeBinary(node: Runtime = RUNTIME): string {
  switch (node) {
    case '24':
      return path.join(repositoryRoot, 'node_modules/node24/bin/node');
    case '20.19':
      return path.join(repositoryRoot, 'node_modules/node20/bin/node');
    case 'of this machine':
      return hostNode();
  }
}

function hostNode(): string {
  const host = process.env['PROOFRAIL_HOST_NODE'];
  if (host !== undefined) return host;
  throw new Error("PROOFRAIL_HOST_NODE is not set: start tests with tools/bootstrap.mjs, which names the machine's own Node");
}

function runtimeOf(text: string): Runtime {
  const found = RUNTIMES.find((runtime) => runtime === text);
  if (found !== undefined) return found;
  throw new Error(`PROOFRAIL_NODE: expected one of ${RUNTIMES.join(', ')}; found ${text}`);
}
