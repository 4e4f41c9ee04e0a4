import { beforeAll, describe, expect, it } from '@jest/globals';
import { RegoCompiler, type Tested } from '@proofrail/rego';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { documentSchemas } from './build/input-schema.ts';
import { DECISION_FILE, readRegoSources } from './build/rego-sources.ts';
import { accepted } from './build/reject.ts';
import { ALLOWED_INPUTS } from './testing/allowed-inputs.ts';
import { POLICY } from './testing/decided.ts';

// The tests beside the rules, by OPA itself. By hand: proofrail policy test policies
let tested: Tested;

beforeAll(async () => {
  const { rules, tests } = readRegoSources(import.meta.dirname);
  const decision = readFileSync(path.join(import.meta.dirname, DECISION_FILE), 'utf8');
  const data = { testing: structuredClone(ALLOWED_INPUTS) as never };
  const files = { ...rules, ...tests, [DECISION_FILE]: decision };
  const schemas = { 'input.v1': documentSchemas()['input.v1'] };
  tested = accepted(await new RegoCompiler().test({ files, data, schemas }));
}, 300_000); // OPA as WebAssembly, on however busy a machine

describe('the tests written in Rego', () => {
  it('pass', () => {
    expect(tested.tests.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(tested.tests.length).toBeGreaterThan(200);
  });

  it('run every expression of every rule', () => {
    const files = Object.entries(tested.coverage.files).filter(([file]) => !file.endsWith('_test.rego'));
    expect(
      files.filter(([, { percent }]) => percent < 100).map(([file, { uncoveredLines }]) => ({ file, uncoveredLines })),
    ).toEqual([]);
  });

  it.each(POLICY.manifest.rules.map(({ id }) => id))('judge %s on a pass, on an empty input and on what it must resist', (id) => {
    const name = `data.proofrail.${id.replaceAll('-', '_')}_test`;
    const own = tested.tests.filter((test) => test.package === name).map((test) => test.name);
    expect(own).toContain('test_empty_input');
    expect(own.length).toBeGreaterThanOrEqual(7);
  });
});
