import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const committed = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const folders = (part: (file: string) => string | undefined): string[] => [
  ...new Set(committed.filter((file) => file.includes('/')).flatMap((file) => part(file) ?? [])),
];

it('CONTRIBUTING.md says of every folder at the top, and of every package, what is in it', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8');
  const top = folders((file) => /^([a-z]+)\//.exec(file)?.[1]);
  const packages = folders((file) => /^(packages\/[a-z]+)\//.exec(file)?.[1]);
  const missing = [...top.filter((folder) => folder !== 'packages'), ...packages].filter(
    (folder) => !page.includes(`| \`${folder}/\` |`),
  );
  expect(missing).toEqual([]);
  expect(packages.length).toBeGreaterThan(8);
});
