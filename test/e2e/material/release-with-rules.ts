import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '@proofrail/core/canonical';
import { ENTRYPOINTS } from '@proofrail/core/policy';
import { RegoCompiler } from '../../../packages/rego/src/index.ts';
import { DECISION_FILE, readRegoSources } from '../../../policies/build/rego-sources.ts';
import { accepted } from '../../../policies/build/reject.ts';
import { readBundle } from '../../../policies/read-bundle.ts';
import type { Workspace } from './workspace.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** What is released, but with more lines in one of its rules: the built program of it. The module and its manifest belong together. */
export async function releaseWithRules(workspace: Workspace, file: string, lines: string): Promise<string> {
  const { rules } = readRegoSources(path.join(ROOT, 'policies'));
  const decision = readFileSync(path.join(ROOT, 'policies', DECISION_FILE), 'utf8').replace('schema["input.v1"]', '{}');
  const files = { ...rules, [DECISION_FILE]: decision, [file]: `${rules[file]}\n${lines}\n` };
  const { manifest } = readBundle();
  const { wasm } = accepted(await new RegoCompiler().build({ files, entrypoints: ENTRYPOINTS }));
  for (const folder of ['dist', 'policies/bundle'])
    cpSync(path.join(ROOT, folder), workspace.path(`release/${folder}`), { recursive: true });
  writeFileSync(workspace.path('release/policies/bundle/policy.wasm'), wasm);
  workspace.write('release/policies/bundle/manifest.json', JSON.stringify({ ...manifest, policy: sha256(wasm) }));
  return workspace.path('release/dist/proofrail.js');
}
