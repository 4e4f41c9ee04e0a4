import { build, type Metafile, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Bundle {
  /** File name inside dist/ → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

/** CommonJS packages inside an ES module still call `require` for Node's own modules (`tunnel`, inside `@actions/core`). */
const REQUIRE_BANNER = `import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);`;

/** undici is 415 of the 427 kB of `@actions/core` and serves only proxies there; Node's own fetch takes its place (craft.md 6). */
const withoutUndici: Plugin = {
  name: 'without-undici',
  setup({ onResolve }) {
    onResolve({ filter: /^undici$/ }, () => ({ path: path.join(import.meta.dirname, 'undici-without-proxy.ts') }));
  },
};

/** All files lie flat in dist/, one level below the root like every source that reads a shipped file: `../policies/…` fits both. */
export async function bundle(root: string, entryPoints: Record<string, string>): Promise<Bundle> {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    charset: 'utf8',
    banner: { js: REQUIRE_BANNER },
    chunkNames: 'chunk-[hash]',
    define: { PROOFRAIL_VERSION: JSON.stringify(version) },
    plugins: [withoutUndici],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  return { files: new Map(outputFiles.map((file) => [path.basename(file.path), file.contents])), metafile };
}
