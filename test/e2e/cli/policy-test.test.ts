import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Workspace } from '../material/workspace.ts';
import { proofrail, type Ended } from './proofrail.ts';

const POLICIES = path.resolve(import.meta.dirname, '../../../policies');

const CONFTEST = {
  v0: `package iso.approvals

deny[msg] {
	input.approvals.count < data.limits.approvals
	msg := sprintf("%d approvals, %d are needed", [input.approvals.count, data.limits.approvals])
}
`,
  v1: `package iso.approvals

deny contains msg if {
	input.approvals.count < data.limits.approvals
	msg := sprintf("%d approvals, %d are needed", [input.approvals.count, data.limits.approvals])
}
`,
};
const TESTS = {
  v0: `package iso.approvals

test_one_is_too_few {
	deny["1 approvals, 2 are needed"] with input as {"approvals": {"count": 1}}
}

test_two_are_enough {
	count(deny) == 0 with input as {"approvals": {"count": 2}}
}
`,
  v1: `package iso.approvals

test_one_is_too_few if "1 approvals, 2 are needed" in deny with input as {"approvals": {"count": 1}}

test_two_are_enough if count(deny) == 0 with input as {"approvals": {"count": 2}}
`,
};

interface Tested {
  readonly outcome: string;
  readonly rego_version: 'v0' | 'v1';
  readonly tests: readonly { test: string; status: string; file: string; line: number; printed: string }[];
  readonly coverage: { readonly percent: number };
  readonly skipped: readonly { path: string; why: string }[];
}

async function tested(files: Readonly<Record<string, string>>, ...options: readonly string[]): Promise<Ended> {
  using workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.write(`policy/${name}`, text);
  return await proofrail(['policy', 'test', 'policy', ...options], { cwd: workspace.folder });
}

const errorOf = (ended: Ended) => ended.json<{ error: { code: string; at: string; do_this: string } }>().error;

describe('policy test', () => {
  it('runs the rules of this product as they lie in their folder, with their schemas and their data', async () => {
    const ended = await proofrail(['policy', 'test', POLICIES, '--json'], { cwd: POLICIES });
    const { tests, coverage, skipped } = ended.json<Tested>();
    const written = tests.map(({ file }) => file).filter((file, index, all) => all.indexOf(file) === index);
    const rules = written.flatMap((file) => readFileSync(path.join(POLICIES, file), 'utf8').match(/^test_\w+/gm) ?? []);
    expect([ended.code, tests.length, coverage.percent]).toEqual([0, rules.length, 100]);
    expect(tests.length).toBeGreaterThan(200);
    expect(skipped).toContainEqual({ path: 'node_modules', why: 'dependencies' });
  });

  it.each(['v0', 'v1'] as const)('runs a conftest policy in Rego %s as it is, with data in YAML', async (language) => {
    const files = {
      'approvals.rego': CONFTEST[language],
      'approvals_test.rego': TESTS[language],
      'limits/values.yaml': 'approvals: 2\n',
    };
    const ended = await tested(files, '--json');
    const { rego_version, tests } = ended.json<Tested>();
    expect([ended.code, rego_version, tests.map(({ status }) => status)]).toEqual([0, language, ['pass', 'pass']]);
  });

  it('ends in 1 for a failing test, and shows where it stands and what it printed', async () => {
    const files = {
      'a.rego': 'package a\n\np := 1\n',
      'a_test.rego': 'package a_test\n\nimport data.a\n\ntest_two if {\n\tprint("p is", a.p, "::error::no")\n\ta.p == 2\n}\n',
    };
    const [machines, people] = [await tested(files, '--json'), await tested(files)];
    expect([machines.code, people.code]).toEqual([1, 1]);
    expect(machines.json<Tested>().tests).toMatchObject([{ status: 'fail', file: 'a_test.rego', line: 5 }]);
    expect(machines.json<Tested>().tests[0]?.printed).toContain('p is 1');
    expect(people.out).toMatch(/^fail +a_test\.test_two +a_test\.rego:5$/m);
    expect(people.out).toMatch(/^ {2}p is 1 :\\:error/m);
    expect(people.out).toContain('0 of 1 test passed');
  });

  it('shows for each file the lines that no test runs', async () => {
    const files = { 'a.rego': 'package a\n\np := 1\n\nq if input.x\n', 'a_test.rego': 'package a\n\ntest_p if p == 1\n' };
    expect((await tested(files, '--coverage')).out).toMatch(/a\.rego +no test runs line 5$/m);
  });

  const ANNOTATED = {
    'a.rego': '# METADATA\n# schemas:\n#   - input: schema.change\npackage a\n\np if input.chnage == 1\n',
    'a_test.rego': 'package a\n\ntest_p if not p with input as {"change": 2}\n',
  };
  const SCHEMA = '{"type": "object", "properties": {"change": {"type": "number"}}, "additionalProperties": false}';

  it.each([
    ['in the folder itself', { 'schemas/change.json': SCHEMA }, []],
    ['in another folder', { '../types/change.json': SCHEMA }, ['--schemas', 'types']],
  ])('finds the misspelt member by a schema %s', async (_, schema, options) => {
    const ended = await tested({ ...ANNOTATED, ...schema }, ...options, '--json');
    expect([ended.code, errorOf(ended)]).toMatchObject([2, { code: 'policy/rejected', at: 'a.rego:6:6' }]);
  });

  it('says where a schema that is not there belongs', async () => {
    expect(errorOf(await tested(ANNOTATED, '--json'))).toMatchObject({
      code: 'policy/rejected',
      do_this: expect.stringContaining('--schemas'),
    });
  });

  const TEST_OF_DATA = 'package a_test\n\ntest_p if data.a.b.x == 1\n';
  it.each([
    [
      'two files that say different things of one place',
      { 'a/b/1.json': '{"x": 1}', 'a/b/2.yaml': 'x: 2' },
      'policy/data-conflict',
    ],
    ['data that is broken', { 'a/b/1.json': '{"x": 1' }, 'json/unexpected-end'],
    ['a schema that is none', { 'schemas/x.json': '[]' }, 'policy/schema'],
    ['tests that are all put off', { 'a_test.rego': 'package a_test\n\ntodo_test_p if true\n' }, 'policy/no-tests'],
  ])('refuses %s', async (_, files, code) => {
    const ended = await tested({ 'a_test.rego': TEST_OF_DATA, ...files }, '--json');
    expect([ended.code, errorOf(ended).code]).toEqual([2, code]);
  });

  it('names a folder that is not there, for the policies and for the schemas', async () => {
    using workspace = new Workspace();
    const absent = await proofrail(['policy', 'test', 'none', '--json'], { cwd: workspace.folder });
    workspace.write('policy/a_test.rego', 'package a\n\ntest_p if true\n');
    const schemas = await proofrail(['policy', 'test', 'policy', '--schemas', 'none', '--json'], { cwd: workspace.folder });
    for (const ended of [absent, schemas]) expect([ended.code, errorOf(ended).code]).toEqual([2, 'file/absent']);
  });

  it('follows no link, reads no package and nothing hidden, and names what it left out', async () => {
    using workspace = new Workspace();
    workspace.write('policy/a_test.rego', 'package a\n\ntest_p if true\n');
    workspace.write('policy/node_modules/x/broken.rego', 'nonsense');
    workspace.write('policy/.git/broken.rego', 'nonsense');
    workspace.write('outside.rego', 'package a\n\ntest_q if false\n');
    symlinkSync('../outside.rego', workspace.path('policy/linked.rego'));
    symlinkSync('..', workspace.path('policy/up'));
    const ended = await proofrail(['policy', 'test', 'policy', '--json'], { cwd: workspace.folder });
    expect([ended.code, ended.json<Tested>().tests.length]).toEqual([0, 1]);
    expect(Object.fromEntries(ended.json<Tested>().skipped.map(({ path, why }) => [path, why]))).toEqual({
      node_modules: 'dependencies',
      '.git': 'hidden',
      'linked.rego': 'symbolic-link',
      up: 'symbolic-link',
    });
  });
});
