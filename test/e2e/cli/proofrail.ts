import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeBinary, type Runtime } from '@proofrail/testkit';

const PROGRAM = path.resolve(import.meta.dirname, '../../../dist/proofrail.js');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The one document of `--json`. */
  json<T = Readonly<Record<string, unknown>>>(): T;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly node?: Runtime;
  /** Another release than the one in dist/. */
  readonly program?: string;
}

/** Runs the built program as a person would, in an environment that holds nothing but PATH. */
export function proofrail(
  argv: readonly string[],
  { cwd, env = {}, input = '', node, program = PROGRAM }: Surroundings,
): Promise<Ended> {
  const child = spawn(nodeBinary(node), [program, ...argv], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    timeout: 60_000,
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input); // a command that refuses early reads nothing
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err, json: <T>() => JSON.parse(out) as T }));
  });
}

/** Every path below a folder with mode and digest: two trees are equal when nothing was written, half or whole. */
export function tree(folder: string): Record<string, string> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort() : [];
  return Object.fromEntries(entries.map((name) => [name, stateOf(path.join(folder, name))]));
}

function stateOf(file: string): string {
  const status = lstatSync(file);
  return status.isFile()
    ? `${status.mode.toString(8)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`
    : 'folder';
}
