import { describe, expect, it } from '@jest/globals';
import { examineWorkflows, SURROUNDINGS_UNSEEN } from '@proofrail/core/workflows';
import { plantedCodes, plantedWorkflows } from './planted-workflows.ts';

const PLANTED = plantedCodes().flatMap((code) => plantedWorkflows(code, 'planted').files);
const examine = (text: string) => examineWorkflows([{ file: 'a.yml', text }], { ...SURROUNDINGS_UNSEEN, required: ['test'] });

describe('a workflow file that is broken', () => {
  it('cut off anywhere is examined without a fault of ours', () => {
    for (const { text } of PLANTED)
      for (let end = 0; end < text.length; end += 7) expect(() => examine(text.slice(0, end))).not.toThrow();
  });

  it('with any value replaced by one of another type is examined without a fault of ours', () => {
    for (const { text } of PLANTED)
      for (const line of text.split('\n').filter((one) => one.includes(':')))
        for (const value of ['null', '[]', '{}', '[[1]]', 'true', '17', '""'])
          expect(() => examine(text.replace(line, `${line.slice(0, line.indexOf(':'))}: ${value}`))).not.toThrow();
  });

  it.each([
    ['a map', 'on: push\njobs:\n  test:\n    env: {{a: b}: c}\n', 'with a map or a list for a key GitHub does not run it either'],
    ['a list', 'on: push\njobs:\n  ? [test]\n  : {}\n', 'with a map or a list for a key GitHub does not run it either'],
    ['the same text twice', 'on: push\non: push\n', 'GitHub does not run it either'],
  ])('with %s as a key is said to be one that does not run', (_, text, what) => {
    expect(examine(text).findings).toEqual([
      expect.objectContaining({ code: 'not-understood', what: expect.stringContaining(what) }),
    ]);
  });

  it('whose outputs name each other in a circle, or all of them all others, is examined in good time', () => {
    const names = Array.from({ length: 24 }, (_, index) => `o${index}`);
    const all = names.map((name) => `\${{ needs.test.outputs.${name} }}\${{ steps.again.outputs.${name} }}`).join('');
    const outputs = names.map((name) => `      ${name}: ${all}\n`).join('');
    const again = `      - id: again\n        run: |\n${names.map((name) => `          echo "${name}=${all}"\n`).join('')}`;
    const job = `  test:\n    runs-on: x\n    outputs:\n${outputs}    steps:\n${again}`;
    const started = performance.now();
    examine(`on: push\npermissions: {}\njobs:\n${job}`);
    expect(performance.now() - started).toBeLessThan(20_000); // ms; where nothing is remembered it never ends
  });

  it.each([
    ['nothing at all', ''],
    ['a list', '- on: push\n'],
    ['a text', 'on push'],
    ['no jobs', 'on: push\npermissions: {}\n'],
    ['a job that does nothing', 'on: push\npermissions: {}\njobs:\n  test: {}\n'],
    ['steps that are no list', 'on: push\npermissions: {}\njobs:\n  test:\n    runs-on: x\n    steps: none\n'],
    ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\n${'c: [*b, *b, *b]\n'.repeat(2)}`],
  ])('%s is said, not passed over', (_, text) => {
    expect(examine(text).findings.map(({ code }) => code)).toContain('not-understood');
  });
});
