import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inGoWorkspace } from './go-workspace.ts';

/** `cold` compiles everything again: Go's build cache would answer a second build with the result of the first. */
export function buildGoProgram(cache: 'warm' | 'cold'): Buffer {
  return inGoWorkspace(({ folder, go }) => {
    const environment = cache === 'cold' ? { GOCACHE: join(folder, 'cache') } : {};
    go(['build', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', 'compiler.wasm', '.'], environment);
    return readFileSync(join(folder, 'compiler.wasm'));
  });
}

/** Go's side of the bridge, which must be of the Go that built the program. */
export function wasmExecOfThisGo(): string {
  return inGoWorkspace(({ go }) => readFileSync(join(go(['env', 'GOROOT']).toString().trim(), 'lib/wasm/wasm_exec.js'), 'utf8'));
}
