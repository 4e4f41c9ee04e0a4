import type { TestCase, Tested } from '@proofrail/rego';
import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import type { Skipped } from './list-folder.ts';
import type { TestRun } from './test-rules.ts';

interface Shown {
  readonly run: TestRun;
  readonly skipped: readonly Skipped[];
  readonly coverage: boolean;
}

/** Each test with its place, what a failing one printed under it, and at the end what was not read. */
export function testText({ run, skipped, coverage }: Shown, page: Page): string {
  const { style } = page;
  const ran = run.tests.filter((test) => test.status !== 'skip');
  const passed = ran.filter((test) => test.status === 'pass').length;
  const language = run.language === 'v0' ? ', read as Rego v0' : '';
  const summary = `${passed} of ${counted(ran.length, 'test')} passed, ${run.coverage.percent.toFixed(1)} % of lines covered${language}`;
  const blocks = [
    cases(run.tests, page),
    ...run.tests.filter(isTrouble).filter(hasPrinted).map(printed),
    ...(coverage ? [uncovered(run.coverage, page)] : []),
    ...(skipped.length > 0 ? [style.quiet(notRead(skipped))] : []),
    style.strong(summary),
  ];
  return blocks.join('\n\n');
}

function cases(tests: readonly TestCase[], { style, columns }: Page): string {
  const look = { pass: style.good, fail: style.bad, error: style.bad, skip: style.caution };
  const rows = tests.map((test) => [
    { text: test.status, look: look[test.status] },
    shown(`${test.package}.${test.name}`.replace(/^data\./, '')),
    shown(place(test)),
    shown([...(test.failedCases ?? []).map((name) => `case ${name}`), ...messages(test)].join('; ')),
  ]);
  return table(rows, columns === undefined ? {} : { columns });
}

const place = ({ file, row }: TestCase): string => [file, row].filter((part) => part !== undefined).join(':');

/** OPA names the line of an expression only where it stopped with an error. */
const messages = ({ errors = [] }: TestCase): string[] =>
  errors.map(({ file, row, message }) => (file === undefined ? message : `${file}:${row ?? '?'}: ${message}`));

const isTrouble = ({ status }: TestCase): boolean => status === 'fail' || status === 'error';
const hasPrinted = (test: TestCase): boolean => (test.printed ?? '').trim() !== '';

function printed(test: TestCase): string {
  const lines = (test.printed ?? '').trimEnd().split('\n');
  return [shown(`${test.name} (${place(test)}) printed`), ...lines.map((line) => `  ${shown(line)}`)].join('\n');
}

function uncovered({ files }: Tested['coverage'], { style, columns }: Page): string {
  const rows = Object.entries(files).map(([file, { percent, uncoveredLines }]) => [
    { text: `${percent.toFixed(1)} %`, look: percent === 100 ? style.good : style.caution },
    shown(file),
    uncoveredLines.length === 0 ? '' : `no test runs line ${uncoveredLines.join(', ')}`,
  ]);
  return table(rows, columns === undefined ? {} : { columns });
}

const REASONS: Readonly<Record<Skipped['why'], string>> = {
  'symbolic-link': 'a symbolic link',
  dependencies: 'packages of others',
  hidden: 'hidden',
  'not-an-object': 'no object, so no data',
};

const notRead = (skipped: readonly Skipped[]): string =>
  [`not read: ${counted(skipped.length, 'path')}`, ...skipped.map(({ path, why }) => `  ${shown(path)} (${REASONS[why]})`)].join(
    '\n',
  );
