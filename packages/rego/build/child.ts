import { buildSync } from 'esbuild';
import { CHILD_SOURCE } from './paths.ts';

const BANNER = `// Built by packages/rego/build.ts from src/child/run.ts and Go's wasm_exec.js.
// wasm_exec.js: Copyright 2018 The Go Authors, BSD 3-clause licence, in full in packages/rego/vendor/LICENSE.`;

/** One plain file that any Node we support can start by its path. */
export function bundleChild(): string {
  const { outputFiles } = buildSync({
    entryPoints: [CHILD_SOURCE],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'utf8',
    banner: { js: BANNER },
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('expected one file from esbuild; found none');
  return file.text;
}
