import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GO_SOURCES } from './paths.ts';

// Whatever the machine's own settings are: the bytes must depend on the sources and on Go's version alone.
const SETTINGS = { GOOS: 'js', GOARCH: 'wasm', GOTOOLCHAIN: 'local', GOFLAGS: '-mod=readonly', GOEXPERIMENT: '', GOWASM: '', GOWORK: 'off' };

/** Builds the Go program from a copy of its sources in a new folder, so that no path of this machine can be in it. */
export function buildGoProgram(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'proofrail-rego-'));
  const go = (...args: string[]) =>
    execFileSync('go', args, { cwd: folder, env: { ...process.env, ...SETTINGS }, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    cpSync(GO_SOURCES, folder, { recursive: true });
    const pinned = `go${goDirective(readFileSync(join(folder, 'go.mod'), 'utf8'))}`;
    const installed = go('env', 'GOVERSION').toString().trim();
    if (installed !== pinned) throw new Error(`expected ${pinned}, as go.mod pins; found ${installed}: another Go makes other bytes`);
    go('build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', 'compiler.wasm', '.');
    return readFileSync(join(folder, 'compiler.wasm'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function goDirective(goMod: string): string {
  return /^go (\S+)$/m.exec(goMod)?.[1] ?? 'of unknown version';
}
