// Builds everything that is made from policies/**/*.rego; with --check, writes nothing and fails where the committed files differ.
// Usage: node tools/policies.ts [--check]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure } from '../packages/core/src/outcomes/failure.ts';
import { buildPolicies } from '../policies/build/build-policies.ts';
import { readRegoSources } from '../policies/build/rego-sources.ts';

const root = path.resolve(import.meta.dirname, '..');
const artifacts = await buildPolicies(readRegoSources(path.join(root, 'policies'))).catch((error: unknown) => {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message); // whose rule it is needs the line of the rule, and no line of the builder
  process.exit(2);
});

const differs = [...artifacts].filter(([file, bytes]) => {
  const target = path.join(root, file);
  return !existsSync(target) || !readFileSync(target).equals(bytes);
});

if (process.argv.includes('--check')) {
  for (const [file] of differs) console.error(`${file} is not what the rules make of it: run node tools/policies.ts`);
  process.exitCode = differs.length === 0 ? 0 : 1;
} else {
  for (const [file, bytes] of differs) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), bytes);
    console.log(`wrote ${file} (${bytes.length} bytes)`);
  }
}
