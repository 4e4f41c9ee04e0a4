import { ConfigurationError, type Outcome } from '@proofrail/core/outcomes';
import { RegoCompiler, type Rejected, type TestCase, type Tested } from '@proofrail/rego';
import type { Answer } from '../answer.ts';
import { readPolicyFolder, type PolicyFolder } from './policy-folder.ts';
import { testText } from './test-text.ts';

export interface TestOptions {
  /** The folder of JSON schemas, if it is not `DIR/schemas`. */
  readonly schemas?: string;
  /** Whether people see which lines no test ran; the JSON document always says so. */
  readonly coverage?: boolean;
}

/** A run of a folder's tests, in the language that its files turned out to be written in. */
export interface TestRun extends Tested {
  readonly language: 'v0' | 'v1';
}

/**
 * Runs a folder's Rego tests by OPA's own evaluator in a child process with time and memory caps. ConfigurationError `policy/...`
 * for what OPA cannot read, with file, line and column; `policy/no-tests` where nothing would be tested.
 */
export async function testRules(folder: string, options: TestOptions = {}): Promise<Answer> {
  const policies = readPolicyFolder(folder, options.schemas);
  if (Object.keys(policies.files).length === 0) throw noTests(folder, 'no .rego file');
  const run = await testInItsLanguage(policies);
  if (run.kind === 'rejected') throw rejection(run, folder);
  if (run.tests.every((test) => test.status === 'skip')) throw noTests(folder, nothingRan(run.tests));
  const outcome: Outcome = run.tests.every((test) => test.status === 'pass' || test.status === 'skip') ? 'allow' : 'deny';
  return {
    outcome,
    json: {
      rego_version: run.language,
      tests: run.tests.map(testJson),
      coverage: coverageJson(run.coverage),
      skipped: policies.skipped,
    },
    text: (page) => testText({ run, skipped: policies.skipped, coverage: options.coverage === true }, page),
  };
}

/** Rego v1 as OPA itself assumes; a folder that only Rego v0 can read, as conftest's older policies are, runs as it is. */
async function testInItsLanguage({ files, data, schemas }: PolicyFolder): Promise<TestRun | Rejected> {
  const compiler = new RegoCompiler();
  const run = await compiler.test({ files, data, schemas });
  if (run.kind === 'tested') return { ...run, language: 'v1' };
  if (!run.errors.some(({ code }) => code === 'rego_parse_error')) return run;
  const older = await compiler.test({ files, data, schemas, regoVersion: 'v0' });
  // What neither reads is answered in the language of today.
  return older.kind === 'tested' ? { ...older, language: 'v0' } : run;
}

const testJson = ({ package: name, name: test, status, file, row, errors = [], failedCases = [], printed = '' }: TestCase) => ({
  test: `${name}.${test}`,
  status,
  file: file ?? null,
  line: row ?? null,
  failed_cases: failedCases,
  errors: errors.map(({ message }) => message),
  printed,
});

const coverageJson = ({ percent, files }: Tested['coverage']) => ({
  percent,
  files: Object.entries(files).map(([file, own]) => ({ file, percent: own.percent, uncovered_lines: own.uncoveredLines })),
});

const nothingRan = (tests: readonly TestCase[]): string =>
  tests.length === 0 ? 'files without a rule called test_…' : 'tests that are all skipped (todo_test_…)';

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
  const message = first?.message ?? 'an error without a message';
  return new ConfigurationError('policy/rejected', {
    expected: 'Rego that OPA compiles',
    found: `${message}${more}`,
    at: place,
    doThis: message.includes('undefined schema')
      ? 'put the schema into the folder schemas/, or name its folder with --schemas'
      : 'correct the policy; "opa check" says the same',
  });
}
