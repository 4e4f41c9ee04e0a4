import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import type * as OpaWasm from '@open-policy-agent/opa-wasm';
import type { JsonValue } from '@proofrail/core/canonical';
import { APPROVALS_POLICY, CONFTEST_POLICY } from '../test/approvals-policy.ts';
import type { PolicySources } from './policy-sources.ts';
import { RegoCompiler } from './rego-compiler.ts';

// Its ES module entry leaves loadPolicySync out.
const { loadPolicySync } = createRequire(import.meta.url)('@open-policy-agent/opa-wasm') as typeof OpaWasm;

const rego = new RegoCompiler();

async function byModule(sources: PolicySources, entrypoint: string, inputs: readonly JsonValue[]): Promise<JsonValue[][]> {
  const built = await rego.build({ ...sources, entrypoints: [entrypoint] });
  if (built.kind === 'rejected') throw new Error(JSON.stringify(built.errors));
  const module = loadPolicySync(new Uint8Array(built.wasm).buffer);
  return inputs.map((input) => (module.evaluate(input) as { result: JsonValue }[]).map(({ result }) => result));
}

async function byOpa(
  sources: PolicySources,
  entrypoint: string,
  inputs: readonly JsonValue[],
): Promise<(readonly JsonValue[])[]> {
  const answer = await rego.evaluate({ ...sources, query: `data.${entrypoint.replaceAll('/', '.')}`, inputs });
  if (answer.kind === 'rejected') throw new Error(JSON.stringify(answer.errors));
  return answer.answers.map((one) => {
    if (one.kind === 'failed') throw new Error(JSON.stringify(one.errors));
    return one.values;
  });
}

describe('evaluate', () => {
  it('decides as the shipped module does, for inputs that pass, fail, lie and lack everything', async () => {
    const sources = { files: APPROVALS_POLICY };
    const inputs = [
      { approvals: { known: true, people: ['ada', 'bob'] } },
      { approvals: { known: true, people: ['ada'] } },
      { approvals: { known: 'true', people: ['ada', 'bob', 'eve'] } },
      { approvals: { known: true, people: 'ada, bob' } },
      { approvals: null },
      {},
    ];
    const answers = await byOpa(sources, 'proofrail/approvals', inputs);
    expect(answers).toEqual(await byModule(sources, 'proofrail/approvals', inputs));
    expect(answers[0]).toEqual([{ pass: true, reasons: [] }]);
    expect(answers[1]).toEqual([{ reasons: [{ code: 'too-few', params: { found: 1 } }] }]);
  });

  it('decides as the module does for a conftest policy in Rego v0', async () => {
    const sources = { files: CONFTEST_POLICY, regoVersion: 'v0' } as const;
    const inputs = [{ approvals: { count: 1 } }, { approvals: { count: 2 } }, {}];
    const answers = await byOpa(sources, 'iso/approvals/deny', inputs);
    expect(answers).toEqual(await byModule(sources, 'iso/approvals/deny', inputs));
    expect(answers).toEqual([[['1 approvals, two are needed']], [[]], [[]]]);
  });

  it('gives no value for an undefined rule', async () => {
    const sources = { files: APPROVALS_POLICY };
    expect(await byOpa(sources, 'proofrail/approvals/pass', [{}])).toEqual([[]]);
    expect(await byModule(sources, 'proofrail/approvals/pass', [{}])).toEqual([[]]);
  });

  it('tells which input made the policy contradict itself, and answers the others', async () => {
    const files = { 'a.rego': 'package a\n\nx := 1 if input.a == 1\n\nx := 2 if input.a > 0\n' };
    const result = await rego.evaluate({ files, query: 'data.a.x', inputs: [{ a: 1 }, { a: 2 }] });
    expect(result).toMatchObject({
      kind: 'evaluated',
      answers: [
        { kind: 'failed', errors: [{ code: 'eval_conflict_error', file: 'a.rego' }] },
        { kind: 'values', values: [2] },
      ],
    });
  });

  it('shows a policy neither the network nor our environment', async () => {
    const files = {
      'a.rego': `package a

reached := http.send({"method": "GET", "url": input.url, "raise_error": false}).status_code

environment := opa.runtime()
`,
    };
    const result = await rego.evaluate({ files, query: 'data.a', inputs: [{ url: 'http://127.0.0.1:9/' }] });
    expect(result).toEqual({ kind: 'evaluated', answers: [{ kind: 'values', values: [{ reached: 0, environment: {} }] }] });
  });
});
