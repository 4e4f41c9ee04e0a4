import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export interface LogTools {
  readonly fsck: string;
  readonly makelog: string;
}

const GO_MODULE = path.resolve(import.meta.dirname, '../tools/tessera');
const BUILT = path.resolve(import.meta.dirname, '../../node_modules/.cache/proofrail-log-tools');
const SOURCES = ['./makelog', 'github.com/transparency-dev/tessera/cmd/fsck'];

/** tessera's fsck and a writer of logs, from the folder PROOFRAIL_TESSERA or built once. Null, after saying so, where there is no Go. */
export function logTools(): LogTools | null {
  const place = process.env['PROOFRAIL_TESSERA'] ?? BUILT;
  const tools = { fsck: path.join(place, 'fsck'), makelog: path.join(place, 'makelog') };
  if (existsSync(tools.fsck) && existsSync(tools.makelog)) return tools;
  if (spawnSync('go', ['version']).status !== 0) {
    console.error('SKIPPED: rows against fsck, because there is no Go to build it and PROOFRAIL_TESSERA names no folder with it');
    return null;
  }
  mkdirSync(place, { recursive: true });
  const env = { ...process.env, GOTOOLCHAIN: 'local' };
  const { status } = spawnSync('go', ['build', '-o', `${place}/`, ...SOURCES], { cwd: GO_MODULE, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`go build ended with ${status}`);
  return tools;
}
