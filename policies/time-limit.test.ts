import { beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '@proofrail/core/canonical';
import type { InputDocument } from '@proofrail/core/context';
import { decide, ENTRYPOINTS, loadPolicy, type Policy } from '@proofrail/core/policy';
import { RegoCompiler } from '@proofrail/rego';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DECISION_FILE, readRegoSources } from './build/rego-sources.ts';
import { accepted } from './build/reject.ts';
import { readBundle } from './read-bundle.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { decided, EVERYTHING } from './testing/decided.ts';
import { ENDLESS_RULE } from './testing/endless-rule.ts';

const LIMITS = { from: 0, together: 400, alone: 200 };

/** The released rules, one of which takes longer than anybody lives. */
async function slowPolicy(): Promise<Policy> {
  const { rules } = readRegoSources(import.meta.dirname);
  const decision = readFileSync(path.join(import.meta.dirname, DECISION_FILE), 'utf8').replace('schema["input.v1"]', '{}');
  const file = 'scans/threshold.rego';
  const files = { ...rules, [DECISION_FILE]: decision, [file]: `${rules[file]}\n${ENDLESS_RULE}\n` };
  const { manifest } = readBundle();
  const built = await new RegoCompiler().build({ files, entrypoints: ENTRYPOINTS });
  const { wasm } = accepted(built);
  return loadPolicy({ wasm, manifest: { ...manifest, policy: sha256(wasm) } }, LIMITS);
}

describe('a rule that does not come to an end', () => {
  const input = ALLOWED_INPUTS['pull_request'] as InputDocument;
  let policy: Policy;
  beforeAll(async () => {
    policy = await slowPolicy();
  });

  it('is ended from outside: an error and a denial soon after the limit, and the others are evaluated for the report', () => {
    const started = performance.now();
    const decision = decide(policy, input, EVERYTHING);
    expect(performance.now() - started).toBeLessThan(20 * (LIMITS.together + LIMITS.alone));
    expect(decision).toMatchObject({ outcome: 'deny', cause: 'error', provisional: false, error: { code: 'policy/timeout' } });
    expect(decision.rules.find(({ id }) => id === 'scans.threshold')).toMatchObject({
      status: 'unknown',
      reasons: [{ code: 'faulted', params: { error: 'policy/timeout' } }],
    });
    const others = decided(input).rules.filter(({ id }) => id !== 'scans.threshold');
    expect(decision.rules.filter(({ id }) => id !== 'scans.threshold')).toEqual(others);
  });

  it('leaves nothing behind: the next evaluation answers as ever', () => {
    decide(policy, input, EVERYTHING);
    expect(decided(input)).toMatchObject({ outcome: 'allow', cause: 'rules' });
  });
});
