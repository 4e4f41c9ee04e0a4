import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const GO_SOURCES = here('../go');
export const WASM_EXEC = here('../vendor/wasm_exec.js');
export const GO_LICENCE = here('../vendor/LICENSE');
export const CHILD_SOURCE = here('../src/child/run.ts');
export const PINNED_DIGEST = here('../src/compiler-digest.ts');

export const COMPILER = here('../../../dist/rego/compiler.wasm.br');
export const DIGESTS = `${COMPILER}.sha256`;
export const CHILD = here('../../../dist/rego/run.mjs');
export const LICENCES = here('../../../dist/rego/LICENSES.txt');
