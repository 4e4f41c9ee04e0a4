import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GO_SOURCES } from './paths.ts';

// Whatever the machine's own settings are: the bytes must depend on the sources and on Go's version alone.
const SETTINGS = {
  GOOS: 'js',
  GOARCH: 'wasm',
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-mod=readonly',
  GOEXPERIMENT: '',
  GOWASM: '',
  GOWORK: 'off',
};

export interface GoWorkspace {
  readonly folder: string;
  go(args: readonly string[], environment?: NodeJS.ProcessEnv): Buffer;
}

/** Gives a copy of the Go sources in a new folder, so that no path of this machine can get into what is made there. */
export function inGoWorkspace<T>(use: (workspace: GoWorkspace) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'proofrail-rego-'));
  const go: GoWorkspace['go'] = (args, environment = {}) =>
    execFileSync('go', args, {
      cwd: folder,
      env: { ...process.env, ...SETTINGS, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  try {
    cpSync(GO_SOURCES, folder, { recursive: true });
    const pinned = /^go (\S+)$/m.exec(readFileSync(join(folder, 'go.mod'), 'utf8'))?.[1];
    const installed = go(['env', 'GOVERSION']).toString().trim();
    if (installed !== `go${pinned}`) throw new Error(`expected go${pinned}, which go.mod pins; found ${installed}`);
    return use({ folder, go });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
