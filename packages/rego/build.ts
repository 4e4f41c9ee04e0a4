// Rebuilds dist/rego from source with the machine's Go:  node packages/rego/build.ts [--check]
// --check builds the Go program in two folders and compares it with the committed one; it writes nothing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { bundleChild } from './build/child.ts';
import { compress } from './build/compress.ts';
import { digestFile, pinnedDigest } from './build/digests.ts';
import { buildGoProgram, wasmExecOfThisGo } from './build/go-program.ts';
import { licences } from './build/licences.ts';
import { CHILD, COMPILER, DIGESTS, LICENCES, PINNED_DIGEST, WASM_EXEC } from './build/paths.ts';

function rebuild(): void {
  const program = buildGoProgram('warm');
  const compressed = unchanged(program) ?? compress(program);
  mkdirSync(dirname(COMPILER), { recursive: true });
  writeFileSync(COMPILER, compressed);
  writeFileSync(DIGESTS, digestFile(compressed, program));
  writeFileSync(PINNED_DIGEST, pinnedDigest(compressed));
  writeFileSync(CHILD, bundleChild());
  writeFileSync(LICENCES, licences());
  console.log(`dist/rego: ${program.length} bytes, compressed ${compressed.length}`);
}

/** The committed file when it holds this very program: compressing costs a minute, and with another brotli gives another file. */
function unchanged(program: Buffer): Buffer | undefined {
  if (!existsSync(COMPILER)) return undefined;
  const committed = readFileSync(COMPILER);
  return brotliDecompressSync(committed).equals(program) ? committed : undefined;
}

function differences(): string[] {
  const committed = readFileSync(COMPILER);
  const program = brotliDecompressSync(committed);
  const text = (path: string) => readFileSync(path, 'utf8');
  const claims: [string, boolean][] = [
    ['vendor/wasm_exec.js is not of this Go', text(WASM_EXEC) === wasmExecOfThisGo()],
    ['dist/rego/run.mjs is not what src/child gives', text(CHILD) === bundleChild()],
    ['dist/rego/LICENSES.txt is not of the modules in the program', text(LICENCES) === licences()],
    ['dist/rego/compiler.wasm.br.sha256 names other files', text(DIGESTS) === digestFile(committed, program)],
    ['src/compiler-digest.ts pins another file', text(PINNED_DIGEST) === pinnedDigest(committed)],
    ['a build from source gives another program', buildGoProgram('warm').equals(program)],
    ['a build in another folder, from nothing, gives another program', buildGoProgram('cold').equals(program)],
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
