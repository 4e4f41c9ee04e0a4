import { ConfigurationError, type Outcome } from '@proofrail/core/outcomes';
import { readProofrailFolder } from '@proofrail/machine';
import { RegoCompiler, type Rejected, type TestCase, type Tested } from '@proofrail/rego';
import type { Answer, Page } from '../answer.ts';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';

/**
 * Runs a folder's Rego tests by OPA's own evaluator in a child process with time and memory caps. ConfigurationError `policy/...`
 * for what OPA cannot read, with file, line and column; `policy/no-tests` where nothing would be tested.
 */
export async function testRules(folder: string): Promise<Answer> {
  const result = await new RegoCompiler().test({ files: regoFiles(folder) });
  if (result.kind === 'rejected') throw rejection(result, folder);
  const { tests, coverage } = result;
  if (tests.length === 0) throw noTests(folder, 'files without a rule called test_…');
  const outcome: Outcome = tests.every((test) => test.status === 'pass') ? 'allow' : 'deny';
  return {
    outcome,
    json: { tests: tests.map(testJson), coverage: coverageJson(coverage) },
    text: (page) => testText(result, page),
  };
}

const testJson = ({ package: name, name: test, status, file, row, errors = [], failedCases: failed_cases = [] }: TestCase) => ({
  test: `${name}.${test}`,
  status,
  file: file ?? null,
  line: row ?? null,
  failed_cases,
  errors: errors.map(({ message }) => message),
});

const coverageJson = ({ percent, files }: Tested['coverage']) => ({
  percent,
  files: Object.entries(files).map(([file, own]) => ({ file, percent: own.percent, uncovered_lines: own.uncoveredLines })),
});

function regoFiles(folder: string): Record<string, string> {
  const files = [...readProofrailFolder(folder)].filter(([name]) => name.endsWith('.rego'));
  if (files.length === 0) throw noTests(folder, 'no .rego file');
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]));
}

function noTests(folder: string, found: string): ConfigurationError {
  return new ConfigurationError('policy/no-tests', {
    expected: 'at least one test: a rule called test_… in a .rego file',
    found,
    at: folder,
    doThis: 'write a test beside each rule, such as approvals_test.rego; an untested policy is never ok',
  });
}

function rejection({ errors }: Rejected, folder: string): ConfigurationError {
  const [first] = errors;
  const place = [first?.file ?? folder, first?.row, first?.col].filter((part) => part !== undefined).join(':');
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new ConfigurationError('policy/rejected', {
    expected: 'Rego that OPA compiles',
    found: `${first?.message ?? 'an error without a message'}${more}`,
    at: place,
    doThis: 'correct the policy; "opa check" says the same',
  });
}

function testText({ tests, coverage }: Tested, { style, columns }: Page): string {
  const rows = tests.map((test) => [
    { text: test.status, look: test.status === 'pass' ? style.good : style.bad },
    shown(`${test.package}.${test.name}`.replace(/^data\./, '')),
    shown(`${test.file ?? ''}:${test.row ?? ''}`),
    shown(trouble(test)),
  ]);
  const passed = tests.filter((test) => test.status === 'pass').length;
  const summary = `${passed} of ${tests.length} tests passed, ${coverage.percent.toFixed(1)} % of lines covered`;
  return `${table(rows, columns === undefined ? {} : { columns })}\n\n${style.strong(summary)}`;
}

const trouble = ({ errors, failedCases }: TestCase): string =>
  [...(failedCases ?? []).map((name) => `case ${name}`), ...(errors ?? []).map((error) => error.message)].join('; ');
