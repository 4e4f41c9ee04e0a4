import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { jsYamlInParts } from './js-yaml-in-parts.ts';
import { pastIndexFiles } from './past-index-files.ts';
import { mergeChunks } from './merge-chunks.ts';
import { STARTS } from './starts.ts';
import { withoutFacades } from './without-facades.ts';

export interface Bundle {
  /** File name inside dist/ → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** File name → the files of dist/ that it needs before its own first line, one step far. */
  readonly loads: ReadonlyMap<string, readonly string[]>;
}

/**
 * CommonJS packages inside an ES module still call `require` for Node's own modules (commander, `tunnel` inside `@actions/core`), and for
 * nothing else: all others are in the bundle. Making one that could load files takes a millisecond.
 */
const REQUIRE_BANNER = `const require=name=>{const found=process.getBuiltinModule(name);if(found)return found;throw Error('Cannot find module '+name)};`;

/** What a library loads at start and we never use, and the module that takes its place. `importer`: only inside this package. */
const REPLACEMENTS: readonly { filter: RegExp; importer: RegExp; by: string }[] = [
  // 415 of the 427 kB of `@actions/core`, and serves only proxies there; Node's own fetch takes its place (craft.md 6).
  { filter: /^undici$/, importer: /./, by: 'undici-without-proxy.ts' },
  { filter: /^@actions\/http-client$/, importer: /[\\/]@actions[\\/]core[\\/]/, by: 'no-identity-tokens.ts' },
  { filter: /^@actions\/http-client$/, importer: /[\\/]@actions[\\/]github[\\/]/, by: 'no-proxy-client.ts' },
  {
    filter: /^@octokit\/plugin-(rest-endpoint-methods|paginate-rest)$/,
    importer: /[\\/]@actions[\\/]github[\\/]/,
    by: 'no-methods-by-name.ts',
  },
  { filter: /^fs$/, importer: /[\\/]@actions[\\/]core[\\/]lib[\\/]summary\.js$/, by: 'files-at-once.ts' },
  { filter: /^@actions\/exec$/, importer: /[\\/]@actions[\\/]core[\\/]/, by: 'no-platform-details.ts' },
  { filter: /^\.\/emitWarningIfUnsupportedVersion$/, importer: /[\\/]@aws-sdk[\\/]core[\\/]/, by: 'no-version-warning.ts' },
  { filter: /^apache-arrow$/, importer: /[\\/]@azure[\\/]storage-blob[\\/]/, by: 'no-arrow-lists.ts' },
  { filter: /^sprintf-js$/, importer: /[\\/]@open-policy-agent[\\/]opa-wasm[\\/]/, by: 'sprintf-not-in-policies.ts' },
  { filter: /^yaml$/, importer: /[\\/]@open-policy-agent[\\/]opa-wasm[\\/]/, by: 'yaml-not-in-policies.ts' },
  { filter: /[\\/]stringify\w*\.js$/, importer: /[\\/]yaml[\\/]browser[\\/]dist[\\/]/, by: 'yaml-only-read.ts' },
  { filter: /^node:child_process$/, importer: /[\\/]node_modules[\\/]commander[\\/]/, by: 'no-child-processes.ts' },
];

/**
 * Where a package that says nothing about `import` has a build as modules, that one: of the AWS SDK only they can be shaken, and S3 and
 * KMS with it are then smaller together than S3 alone without (measured: 506 against 609 kB).
 */
const AS_MODULES = ['module', 'main'];

/**
 * The package gives Node a CommonJS build that is one closure per file and cannot be shaken. Its other build, made from the same sources
 * for bundlers, is a seventh smaller here and starts in half the time: whatever looks for images loads it.
 */
const yamlAsModules: Plugin = {
  name: 'yaml-as-modules',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^yaml$/ }, async ({ importer, resolveDir, kind }) => {
      if (importer.includes('opa-wasm')) return undefined;
      const { path: manifest } = await resolve('yaml/package.json', { importer, resolveDir, kind });
      return { path: path.join(path.dirname(manifest), 'browser/index.js'), sideEffects: false };
    });
  },
};

const withReplacements: Plugin = {
  name: 'with-replacements',
  setup({ onResolve }) {
    for (const { filter, importer, by } of REPLACEMENTS) {
      onResolve({ filter }, (wanted) =>
        importer.test(wanted.importer) ? { path: path.join(import.meta.dirname, by) } : undefined,
      );
    }
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
    mainFields: AS_MODULES,
    target: 'node20.19',
    minify: true,
    keepNames: false,
    legalComments: 'none',
    charset: 'ascii',
    chunkNames: 'chunk-[hash]',
    define: { PROOFRAIL_VERSION: JSON.stringify(version) },
    plugins: [withReplacements, yamlAsModules, jsYamlInParts, pastIndexFiles],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const split = new Map(outputFiles.map((file) => [path.basename(file.path), withRequire(file.text)]));
  const files = await mergeChunks({ files: split, outputs: metafile.outputs }, STARTS);
  const encoder = new TextEncoder();
  return {
    files: new Map([...files].map(([name, text]) => [name, encoder.encode(withoutFacades(text))])),
    loads: new Map([...files].map(([name, text]) => [name, importedBy(text)])),
  };
}

const importedBy = (text: string): string[] =>
  [...text.matchAll(/\b(?:import|from)"\.\/([\w-]+\.js)"/g)].map(([, name = '']) => name);

/** Only the one chunk that holds esbuild's own shim asks for `require`: making one in each of two dozen chunks is time before the gate. */
const withRequire = (text: string): string => (text.includes('typeof require') ? `${REQUIRE_BANNER}\n${text}` : text);
