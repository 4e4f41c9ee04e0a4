// Rebuilds dist/rego from source with the machine's Go:  node packages/rego/build.ts [--check]
// --check builds the Go program in two folders and compares it with the committed one; it writes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { bundleChild } from './build/child.ts';
import { compress } from './build/compress.ts';
import { digestFile, pinnedDigest } from './build/digests.ts';
import { buildGoProgram } from './build/go-program.ts';
import { CHILD, COMPILER, DIGESTS, PINNED_DIGEST } from './build/paths.ts';

function rebuild(): void {
  const program = buildGoProgram();
  const compressed = compress(program);
  mkdirSync(dirname(COMPILER), { recursive: true });
  writeFileSync(COMPILER, compressed);
  writeFileSync(DIGESTS, digestFile(compressed, program));
  writeFileSync(PINNED_DIGEST, pinnedDigest(compressed));
  writeFileSync(CHILD, bundleChild());
  console.log(`dist/rego: ${program.length} bytes, compressed ${compressed.length}`);
}

function differences(): string[] {
  const committed = readFileSync(COMPILER);
  const program = brotliDecompressSync(committed);
  const text = (path: string) => readFileSync(path, 'utf8');
  const claims: [string, boolean][] = [
    ['dist/rego/run.mjs is not what src/child gives', text(CHILD) === bundleChild()],
    ['dist/rego/compiler.wasm.br.sha256 names other files', text(DIGESTS) === digestFile(committed, program)],
    ['src/compiler-digest.ts pins another file', text(PINNED_DIGEST) === pinnedDigest(committed)],
    ['a build from source gives another program', buildGoProgram().equals(program)],
    ['a second build, in another folder, gives another program', buildGoProgram().equals(program)],
  ];
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim);
}

if (process.argv.includes('--check')) {
  const found = differences();
  for (const difference of found) console.error(`packages/rego: ${difference}`);
  if (found.length > 0) process.exit(1);
  console.log('packages/rego: dist/rego is what the sources give, byte for byte');
} else {
  rebuild();
}
