import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readActionMetadata } from '@proofrail/testkit';
import { declareProgram } from '../../packages/cli/src/declare-program.ts';
import { advisedCommandProblems, commandLineProblems } from '../../tools/docs/command-line-problems.ts';
import { linkProblems, pathProblems } from '../../tools/docs/link-problems.ts';
import { exampleProblems } from '../../tools/readme/example-problems.ts';

const committed = (pattern: string): string[] =>
  execFileSync('git', ['ls-files', '--', pattern], { encoding: 'utf8' }).split('\n').filter(Boolean);
const read = (file: string): string => readFileSync(file, 'utf8');

/** One page is wrong on purpose: see "the checks". */
const pages = committed('*.md').filter((page) => page !== 'test/docs/bad-links.md');
const actions = new Map(readdirSync('actions').map((name) => [name, readActionMetadata(name)]));
const silent = { style: { quiet: String }, write: () => undefined };
const program = declareProgram(() => Promise.resolve(), silent as never, silent as never);

describe('every page', () => {
  it.each(pages)('%s: links and paths lead somewhere, command lines exist, YAML examples would work', (page) => {
    const text = read(page);
    expect([
      ...linkProblems('.', page),
      ...pathProblems('.', page),
      ...commandLineProblems(text, program),
      ...exampleProblems(text, actions),
    ]).toEqual([]);
  });

  it('is one of many: the list is not empty', () => expect(pages.length).toBeGreaterThan(20));
});

describe('advice in messages and descriptions', () => {
  const sources = [...committed('packages/*.ts'), ...committed('actions/*.ts'), ...committed('actions/*/action.yml')];

  it('names commands that exist', () => {
    const product = sources.filter((file) => !/\.test\.ts$|\/test\/|^packages\/testkit\//.test(file));
    expect(
      product.flatMap((file) => advisedCommandProblems(read(file), program).map((problem) => `${file}: ${problem}`)),
    ).toEqual([]);
  });
});

describe('the checks', () => {
  it.each([
    ['`proofrail keys destroy`', 'no command "destroy"'],
    ['```sh\nproofrail verify --legder file:x | cat\n```\n', 'no option --legder'],
    ['  ```sh\n  node dist/proofrail.js gate \\\n    --fact f.json\n  ```\n', 'no option --fact'],
  ])('find what is wrong with %j', (page, problem) => {
    expect(commandLineProblems(page, program).join()).toContain(problem);
  });

  it('find a command in a message that does not exist', () => {
    expect(advisedCommandProblems(`doThis: 'run "proofrail keys destroy"'`, program)).toEqual([
      expect.stringContaining('no command'),
    ]);
  });

  it.each([['docs/nothing.md'], ['#no-such-heading'], ['../../outside.md']])('find the link %s', (target) => {
    expect(linkProblems('.', 'test/docs/bad-links.md').join('\n')).toContain(`"${target}"`);
  });
});

describe('docs/threat-model.md', () => {
  const [, lines = ''] = read('docs/threat-model.md').split('\n## What must stay true\n');
  const [ofTheDesign = ''] = lines.split('\n## ');
  const rows = ofTheDesign.split('\n').filter((line) => /^\| \d+ \| /.test(line));

  it('names for each of the ten lines a place that holds tests', () => {
    expect(rows.length).toBe(10);
    const places = rows.map((row) =>
      [...(row.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, place]) => place ?? []),
    );
    expect(places.filter((of) => of.length === 0)).toEqual([]);
    expect(places.flat().filter((place) => !holdsTests(place))).toEqual([]);
  });

  const holdsTests = (place: string): boolean =>
    /\.(test\.ts|rego)$|^\.ci\/run$/.test(place)
      ? committed(`:(glob)${place}`).length > 0
      : committed(`:(glob)${place}/**`).some((file) => /\.test\.ts$|_test\.rego$/.test(file));
});
