import { existsSync } from 'node:fs';

const BUNDLED = new URL('./rego/', import.meta.url); // every bundled file lies in dist/
const FROM_SOURCE = new URL('../../../dist/rego/', import.meta.url);

/** The folder with `compiler.wasm.br` and `run.mjs`, which are run by path and so are never part of a bundle. */
export function defaultLocation(): URL {
  return existsSync(BUNDLED) ? BUNDLED : FROM_SOURCE;
}
