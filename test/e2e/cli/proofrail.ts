import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '../../../packages/core/src/canonical/index.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const PROGRAM = path.join(root, 'dist/proofrail.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The one document of `--json`. */
  json(): Readonly<Record<string, unknown>>;
}

/** The machine's own Node (20 or newer) and the actions' runtime: what ships must run on both. */
export const NODES: readonly (readonly [name: string, program: string])[] = [
  ['Node 24', path.join(root, 'node_modules/node24/bin/node')],
  ...(process.env['PROOFRAIL_HOST_NODE'] === undefined
    ? []
    : ([['the machine’s Node', process.env['PROOFRAIL_HOST_NODE']]] as const)),
].filter(([, program]) => existsSync(program)) as [string, string][];

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly node?: string;
}

/** Runs the built program as a person would, in an environment that holds nothing but PATH. */
export function proofrail(
  argv: readonly string[],
  { cwd = root, env = {}, input = '', node = NODES[0]?.[1] }: Surroundings = {},
): Ended {
  if (!existsSync(PROGRAM)) throw new Error('dist/proofrail.js is missing: npm run build');
  const child = spawnSync(node ?? process.execPath, [PROGRAM, ...argv], {
    cwd,
    input,
    encoding: 'utf8',
    timeout: 60_000,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return {
    code: child.status,
    out: child.stdout,
    err: child.stderr,
    json: () => JSON.parse(child.stdout) as Record<string, unknown>,
  };
}

/** Every path below a folder with the digest of its bytes: two trees are equal when nothing was written, half or whole. */
export function tree(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(entries.map((name) => [name, describe(path.join(folder, name))]));
}

function describe(file: string): string {
  const status = lstatSync(file);
  return status.isFile() ? `${status.mode.toString(8)} ${sha256(readFileSync(file))}` : 'no file';
}
