import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { readActionMetadata } from '@proofrail/testkit';

/** What .ci/run goes through on every Node: tools/bootstrap.mjs, task "nodes". */
const LISTED = JSON.parse(readFileSync('tools/starts-dist.json', 'utf8')) as string[];
/** Started by others: by a browser, by the runner of `act`, by the page that shows what came out, each on the Node of its own. */
const ELSEWHERE = ['test/act/', 'test/browser/', 'test/readme/'];

const sources = execFileSync('git', ['ls-files', 'actions', 'packages', 'test'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.startsWith('test/bench/'));
const imports = new Map(sources.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(([, name = '']) => path.join(path.dirname(file), name));
}

/** Whether it starts a built program, by itself or by a file of the tests that it imports. */
function startsDist(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file) || !imports.has(file)) return false;
  seen.add(file);
  const starts = /\b(runAction|nodeBinary)\((?!'24'\))/.test(
    readFileSync(file, 'utf8').replace(/function (runAction|nodeBinary)\(/g, ''),
  );
  return starts || (imports.get(file) ?? []).some((each) => startsDist(each, seen));
}

const pinned = (name: 'node20' | 'node24'): string =>
  execFileSync(`node_modules/${name}/bin/node`, ['--version'], { encoding: 'utf8' }).trim();

it('the Nodes beside that of the machine are the one that every action declares and the oldest that we promise', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly engines: { readonly node: string } };
  expect(engines.node).toBe('>=20.19');
  expect(pinned('node20')).toMatch(/^v20\.19\./);
  expect(
    readFileSync(path.join(path.dirname(readActionMetadata('policy-gate').main), '../actions/policy-gate/action.yml'), 'utf8'),
  ).toContain('using: node24');
  expect(pinned('node24')).toMatch(/^v24\./);
});

it('every test that starts what is built is gone through on every Node', () => {
  const starting = sources.filter((file) => file.startsWith('test/') && file.endsWith('.test.ts') && startsDist(file));
  expect(starting.length).toBeGreaterThan(80);
  expect(starting.filter((file) => ![...LISTED, ...ELSEWHERE].some((start) => file.startsWith(start)))).toEqual([]);
});

it('.ci/run goes through them on the oldest Node and on that of the machine, and everything else on Node 24', () => {
  const script = readFileSync('.ci/run', 'utf8');
  for (const node of ['20.19', 'of this machine']) expect(script).toContain(`on_node '${node}'`);
  for (const stage of ['on_oldest_node', 'on_this_node']) expect(script).toMatch(new RegExp(`^stage .* ${stage}$`, 'm'));
});
