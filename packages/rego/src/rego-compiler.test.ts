import { describe, expect, it } from '@jest/globals';
import { APPROVALS_POLICY, APPROVALS_TESTS, CONFTEST_POLICY } from '../test/approvals-policy.ts';
import { RegoCompiler } from './rego-compiler.ts';

const rego = new RegoCompiler();
const WASM_MAGIC = Buffer.from('\0asm');

describe('build', () => {
  it('makes a module and names its entrypoints in its own order', async () => {
    const result = await rego.build({
      files: APPROVALS_POLICY,
      entrypoints: ['proofrail/approvals/reasons', 'proofrail/approvals/pass'],
    });
    if (result.kind === 'rejected') throw new Error(JSON.stringify(result.errors));
    expect(Buffer.from(result.wasm.subarray(0, 4))).toEqual(WASM_MAGIC);
    expect(result.entrypoints).toEqual(['proofrail/approvals/reasons', 'proofrail/approvals/pass']);
  });

  it('rejects an entrypoint that no rule answers: its module would decide nothing', async () => {
    const result = await rego.build({ files: APPROVALS_POLICY, entrypoints: ['proofrail/approvals/pas'] });
    expect(result).toMatchObject({
      kind: 'rejected',
      errors: [{ message: expect.stringContaining('does not refer to a rule') }],
    });
  });

  it('compiles a policy written for conftest, in Rego v0', async () => {
    const request = { files: CONFTEST_POLICY, entrypoints: ['iso/approvals/deny'] };
    expect(await rego.build({ ...request, regoVersion: 'v0' })).toMatchObject({ kind: 'built' });
    expect(await rego.build(request)).toMatchObject({
      kind: 'rejected',
      errors: expect.arrayContaining([expect.objectContaining({ row: 3 })]),
    });
  });

  it('refuses a builtin that the capabilities leave out, at its place', async () => {
    const all = await rego.capabilities();
    const builtins = all.builtins?.filter((builtin) => builtin.name !== 'count') ?? [];
    expect(builtins.length).toBe((all.builtins?.length ?? 0) - 1);
    const result = await rego.build({
      files: APPROVALS_POLICY,
      entrypoints: ['proofrail/approvals'],
      capabilities: { ...all, builtins },
    });
    expect(result).toMatchObject({
      kind: 'rejected',
      errors: expect.arrayContaining([
        expect.objectContaining({
          code: 'rego_type_error',
          message: 'undefined function count',
          file: 'policies/approvals.rego',
          row: 14,
        }),
      ]),
    });
  });
});

describe('check', () => {
  it('tells code, file, line and column of every bad file at once', async () => {
    const result = await rego.check({ files: { 'b.rego': 'package b\n\nx := (1', 'a.rego': 'package a\n\n  y = }' } });
    if (result.kind !== 'rejected') throw new Error('accepted');
    const places = result.errors.map(({ code, file, row, col }) => `${file}:${row}:${col} ${code}`);
    expect([...new Set(places)]).toEqual(['a.rego:3:7 rego_parse_error', 'b.rego:3:7 rego_parse_error']);
    expect(result.errors[0]).toMatchObject({ message: 'unexpected } token', details: ['  y = }', '      ^'] });
  });

  it('finds a field that the schema does not have', async () => {
    const files = { 'a.rego': '# METADATA\n# schemas:\n#   - input: schema.gate.input\npackage a\n\nx if input.chnage == 1\n' };
    const schemas = { 'gate/input': { type: 'object', properties: { change: { type: 'integer' } } } };
    expect(await rego.check({ files, schemas })).toMatchObject({
      kind: 'rejected',
      errors: [{ code: 'rego_type_error', message: 'undefined ref: input.chnage', row: 6, details: expect.any(Array) }],
    });
  });

  it('fetches nothing for a remote $ref', async () => {
    const files = { 'a.rego': '# METADATA\n# schemas:\n#   - input: schema.input\npackage a\n\nx if input.change == 1\n' };
    expect(await rego.check({ files, schemas: { input: { $ref: 'http://127.0.0.1:9/schema.json' } } })).toMatchObject({
      kind: 'rejected',
      errors: [{ message: expect.stringContaining('remote reference loading disabled') }],
    });
  });

  it('is strict only when asked', async () => {
    const files = { 'a.rego': 'package a\n\nimport data.unused\n\nx := 1\n' };
    expect(await rego.check({ files })).toEqual({ kind: 'checked' });
    expect(await rego.check({ files, strict: true })).toMatchObject({ kind: 'rejected', errors: [{ row: 3, col: 1 }] });
  });

  it('rejects an empty set of files: nothing checked is never fine', async () => {
    expect(await rego.check({ files: {} })).toMatchObject({ kind: 'rejected' });
  });
});

describe('test', () => {
  it('tells the end and place of each test, and the lines that none of them reached', async () => {
    const result = await rego.test({ files: { ...APPROVALS_POLICY, ...APPROVALS_TESTS } });
    if (result.kind === 'rejected') throw new Error(JSON.stringify(result.errors));
    expect(result.tests.map(({ name, status, row }) => ({ name, status, row }))).toEqual([
      { name: 'test_two_people_pass', status: 'pass', row: 5 },
      { name: 'test_one_person_is_enough', status: 'fail', row: 7 },
      { name: 'todo_test_teams', status: 'skip', row: 9 },
    ]);
    expect(result.coverage.files['policies/lib.rego']).toEqual({ percent: 100, coveredLines: [3], uncoveredLines: [] });
    expect(result.coverage.files['policies/approvals.rego']?.uncoveredLines).toEqual([17, 18]);
    expect(result.coverage.percent).toBeLessThan(100);
  });

  it('reads base documents, prints, and runs only what the filter names', async () => {
    const files = {
      'a_test.rego': 'package a_test\n\ntest_data if { print("limit", data.limit); data.limit == 3 }\n\ntest_other if false\n',
    };
    const result = await rego.test({ files, data: { limit: 3 }, run: 'a_test.test_data' });
    expect(result).toMatchObject({ kind: 'tested', tests: [{ name: 'test_data', status: 'pass', printed: 'limit 3\n' }] });
  });

  it('names the failed cases of a test with cases', async () => {
    const files = {
      'a_test.rego': 'package a_test\n\ntest_each[name] if {\n\tsome name, n in {"one": 1, "two": 2}\n\tn == 1\n}\n',
    };
    expect(await rego.test({ files })).toMatchObject({ tests: [{ status: 'fail', failedCases: ['two'] }] });
  });
});

describe('format', () => {
  it('gives every file as opa fmt would write it', async () => {
    const result = await rego.format({ files: { 'a.rego': 'package a\nx if {   input.y  }', 'b.rego': 'package b\n' } });
    expect(result).toEqual({ kind: 'formatted', files: { 'a.rego': 'package a\n\nx if input.y\n', 'b.rego': 'package b\n' } });
  });
});

describe('inspect', () => {
  it('lists annotations with what they are about, and rules that have none', async () => {
    const result = await rego.inspect({ files: APPROVALS_POLICY });
    if (result.kind === 'rejected') throw new Error(JSON.stringify(result.errors));
    expect(result.annotations).toEqual([
      {
        path: 'data.proofrail.approvals',
        package: 'data.proofrail.approvals',
        metadata: { scope: 'package', title: 'Approvals' },
        file: 'policies/approvals.rego',
        row: 1,
        col: 1,
      },
      {
        path: 'data.proofrail.approvals.pass',
        package: 'data.proofrail.approvals',
        metadata: { scope: 'rule', title: 'Enough people approve', custom: { id: 'approvals.quorum', severity: 'high' } },
        file: 'policies/approvals.rego',
        row: 7,
        col: 1,
      },
    ]);
    expect(result.rules.map((rule) => `${rule.path} ${rule.file}:${rule.row}`)).toEqual([
      'data.proofrail.approvals.pass policies/approvals.rego:12',
      'data.proofrail.approvals.reasons policies/approvals.rego:17',
      'data.proofrail.lib.known policies/lib.rego:3',
    ]);
  });
});
