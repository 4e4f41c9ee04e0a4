import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export interface NativeTools {
  readonly conftest: string;
  /** test/tools/prepared: OPA's own evaluator inside one Go process. */
  readonly prepared: string;
}

const GO_MODULE = path.resolve(import.meta.dirname, '../tools');
const BUILT = path.resolve(import.meta.dirname, '../../node_modules/.cache/proofrail-tools');
const TOOLS = { conftest: 'github.com/open-policy-agent/conftest', prepared: './prepared' };

/**
 * The programs that ours is measured against, from the folder PROOFRAIL_TOOLS or built once at the versions of test/tools/go.mod
 * (about ten minutes). Null, after saying so, where there is no Go.
 */
export function nativeTools(): NativeTools | null {
  const given = process.env['PROOFRAIL_TOOLS'];
  const place = given ?? BUILT;
  const tools = { conftest: path.join(place, 'conftest'), prepared: path.join(place, 'prepared') };
  if (given === undefined && spawnSync('go', ['version']).status !== 0) {
    console.error(
      'SKIPPED: rows against conftest and OPA, because there is no Go to build them and PROOFRAIL_TOOLS names no folder',
    );
    return null;
  }
  mkdirSync(place, { recursive: true });
  for (const [name, source] of Object.entries(TOOLS))
    if (!existsSync(path.join(place, name))) build(path.join(place, name), source);
  return tools;
}

function build(target: string, source: string): void {
  console.error(`building ${path.basename(target)}`);
  const env = { ...process.env, GOTOOLCHAIN: 'local' };
  const { status } = spawnSync('go', ['build', '-trimpath', '-o', target, source], { cwd: GO_MODULE, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`go build ${source} ended with ${status}`);
}
