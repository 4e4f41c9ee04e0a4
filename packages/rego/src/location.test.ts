import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { buildSync } from 'esbuild';
import { defaultLocation } from './location.ts';

const BUNDLED_CALLER = `
import { RegoCompiler } from './index.ts';
console.log(JSON.stringify(await new RegoCompiler().check({ files: { 'a.rego': 'package a' } })));
`;

it('finds the compiler from a bundle in dist, on the Node of the machine too', () => {
  const dist = mkdtempSync(join(tmpdir(), 'proofrail-dist-'));
  try {
    buildSync({
      stdin: { contents: BUNDLED_CALLER, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: join(dist, 'caller.mjs'),
    });
    cpSync(fileURLToPath(defaultLocation()), join(dist, 'rego'), { recursive: true });
    const node = process.env['PROOFRAIL_HOST_NODE'] ?? process.execPath;
    expect(execFileSync(node, [join(dist, 'caller.mjs')]).toString()).toBe('{"kind":"checked"}\n');
  } finally {
    rmSync(dist, { recursive: true });
  }
});
