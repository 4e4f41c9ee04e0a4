import path from 'node:path';
import { build } from 'esbuild';

/** One file that starts at once: sixteen processes that each compile TypeScript would measure that. */
export async function bundledWriter(source: 'writer.ts' | 'bucket-writer.ts', folder: string): Promise<string> {
  const outfile = path.join(folder, 'writer.mjs');
  const entryPoints = [path.join(import.meta.dirname, source)];
  const banner = { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" };
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', banner });
  return outfile;
}
