import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { importRules } from '../../tools/lint/import-rules.ts';
import { PARTS, STOREYS_OF_CORE, type Part } from '../../tools/lint/parts.ts';

const linter = new Linter();
const sourcesOf = ({ name, sources = `packages/${name}/src` }: Part): string => sources;
const fileIn = (part: Part): string => `${sourcesOf(part).replace('*', 'some')}/planted/planted.ts`;
const refusals = (file: string, text: string): string[] =>
  linter
    .verify(text, [{ files: ['**/*.ts'] }, ...importRules], { filename: file })
    .map(({ ruleId, message }) => ruleId ?? message);
const nameOf = ({ name, packages = name }: Part): string => packages.replace(/\[.*/, 'some');

describe('an import against the arrow', () => {
  const pairs = PARTS.flatMap((from) => PARTS.map((to) => [from.name, to.name, from, to] as const));

  it.each(pairs)('%s → %s is refused unless the table has it', (_from, _to, from, to) => {
    const refused = from.imports.includes(to.name) ? [] : ['no-restricted-imports'];
    expect(refusals(fileIn(from), `import { a } from '@proofrail/${nameOf(to)}';`)).toEqual(refused);
    expect(refusals(fileIn(from), `export { a } from '@proofrail/${nameOf(to)}/b/c';`)).toEqual(refused);
    const later = from.imports.includes(to.name) ? [] : ['no-restricted-syntax'];
    expect(refusals(fileIn(from), `await import('@proofrail/${nameOf(to)}/b');`)).toEqual(later);
  });

  const core = 'packages/core/src/ledger/planted.ts';
  const cli = 'packages/cli/src/planted.ts';
  it.each([
    ['core reads a file', core, `import { readFileSync } from 'node:fs';`, 'no-restricted-imports'],
    ['core reads a file later on', core, `await import('node:fs/promises');`, 'no-restricted-syntax'],
    ['core asks for the time', core, 'Date.now();', 'no-restricted-syntax'],
    ['core throws dice', core, 'Math.random();', 'no-restricted-syntax'],
    ['another than the runner speaks to the platform', cli, `import { a } from '@actions/core';`, 'no-restricted-imports'],
    ['another than stores and signers speaks to AWS', cli, `import { a } from '@aws-sdk/client-s3';`, 'no-restricted-imports'],
    ['a path leads into another package', cli, `import { a } from '../../audit/src/index.ts';`, 'no-restricted-imports'],
  ])('%s: refused', (_, file, text, rule) => expect(refusals(file, text)).toEqual([rule]));

  it.each([
    ['the command line reads a file', cli, `import { readFileSync } from 'node:fs';`],
    ['a store speaks to AWS', 'packages/stores/s3/src/planted.ts', `import { a } from '@aws-sdk/client-s3';`],
    ['the runner speaks to the platform', 'packages/runner/src/planted.ts', `import { a } from '@actions/core';`],
    ['a test plants what it likes', 'packages/core/src/planted.test.ts', `import { a } from '@proofrail/testkit';`],
  ])('%s: not refused', (_, file, text) => expect(refusals(file, text)).toEqual([]));
});

describe('an import from one folder of core into another', () => {
  const folders = STOREYS_OF_CORE.flatMap((storey, height) => storey.map((folder) => [folder, height] as const));

  it.each(folders)('%s: refused unless it leads down', (from, height) => {
    const file = `packages/core/src/${from}/planted/planted.ts`;
    const importing = (some: readonly (readonly [string, number])[]): string =>
      some.map(([to]) => `import { ${to} } from '../../${to}/b.ts'; await import('../../${to}/c.ts');`).join('\n');
    const down = folders.filter(([, other]) => other < height);
    const others = folders.filter(([folder, other]) => folder !== from && other >= height);
    expect(refusals(file, importing(down))).toEqual([]);
    expect(refusals(file, importing(others))).toEqual(others.flatMap(() => ['no-restricted-imports', 'no-restricted-syntax']));
  });

  it('is judged by a table that has every folder, and none that is none', () => {
    expect(folders.map(([folder]) => folder).sort()).toEqual(readdirSync('packages/core/src').sort());
  });
});

describe('the table of parts', () => {
  it('has every package of the house, and none that is none', () => {
    const sourcesIn = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => [`${folder}/${name}/src`].filter((path) => existsSync(path)));
    const all = ['packages', 'packages/stores', 'packages/signers', 'actions'].flatMap(sourcesIn);
    const covered = PARTS.map(sourcesOf).flatMap((path) =>
      path.includes('*') ? sourcesIn(path.slice(0, path.indexOf('/*'))) : [path],
    );
    expect(covered.sort()).toEqual([...all, 'policies'].sort());
  });

  it('holds for the last word that ESLint has on a file, not only for the first', async () => {
    const { default: config } = (await import('../../eslint.config.js' as string)) as { default: Linter.Config[] };
    const set = config.filter(({ rules = {} }) => 'no-restricted-imports' in rules || 'no-restricted-syntax' in rules);
    expect(set).toEqual(importRules);
  });

  it('is the one that CONTRIBUTING.md shows, with the storeys of core', () => {
    const rows = new Map<string, string[]>();
    for (const { name, imports } of PARTS) {
      const cell = imports.length === 0 ? 'nothing of ours' : imports.map((each) => `\`${each}\``).join(', ');
      rows.set(cell, [...(rows.get(cell) ?? []), `\`${name}\``]);
    }
    const table = [...rows].map(([imports, names]) => `| ${names.join(', ')} | ${imports} |`).join('\n');
    expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(table);
    const storeys = STOREYS_OF_CORE.map((storey, at) => `${at + 1}. ${storey.map((each) => `\`${each}\``).join(', ')}`);
    expect(readFileSync('CONTRIBUTING.md', 'utf8')).toContain(storeys.join('\n'));
  });
});
