// Writes test/vectors; with --check, writes nothing and fails where the committed files differ. Usage: node tools/vectors.ts [--check]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeVectors } from './vectors/make-vectors.ts';

const folder = path.resolve(import.meta.dirname, '../test/vectors');
for (const [name, bytes] of await makeVectors()) {
  const file = path.join(folder, name);
  if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
  if (process.argv.includes('--check')) {
    console.error(`test/vectors/${name} is not what the format makes of it: a change of the format needs a new version`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    console.log(`wrote test/vectors/${name}`);
  }
}
