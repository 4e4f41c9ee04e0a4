import { existsSync } from 'node:fs';

// Bundled, this module is in dist/ (or a folder of chunks below it); from source it is in packages/rego/src.
const CANDIDATES = ['./rego/', '../rego/', '../../../dist/rego/'];

/** The folder with `compiler.wasm.br` and `run.mjs`. */
export function defaultLocation(): URL {
  const found = CANDIDATES.map((path) => new URL(path, import.meta.url)).find((folder) =>
    existsSync(new URL('compiler.wasm.br', folder)),
  );
  return found ?? new URL(CANDIDATES[0] ?? '.', import.meta.url);
}
