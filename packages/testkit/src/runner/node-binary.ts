import path from 'node:path';
import { repositoryRoot } from './repository-root.ts';

/** The runtimes that built actions must work on: the machine's own Node (20.19 or newer) and Node 24, which action.yml declares. */
export const NODES = [20, 24] as const;
export type NodeMajor = (typeof NODES)[number];

export function nodeBinary(node: NodeMajor): string {
  if (node === 24) return path.join(repositoryRoot, 'node_modules/node24/bin/node');
  const host = process.env['PROOFRAIL_HOST_NODE'];
  if (host === undefined)
    throw new Error("PROOFRAIL_HOST_NODE is not set: start tests with tools/bootstrap.mjs, which names the machine's own Node");
  return host;
}
