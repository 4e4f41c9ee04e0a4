import { describe, expect, it } from '@jest/globals';
import { nodeBinary, readActionMetadata } from '@proofrail/testkit';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fencedBlocks } from '../../tools/docs/markdown.ts';
import { exampleProblems } from '../../tools/readme/example-problems.ts';
import { fillTables } from '../../tools/readme/fill-tables.ts';

const root = path.resolve(import.meta.dirname, '../..');
const metadata = new Map([['verify-digest', readActionMetadata('verify-digest')]]);
const page = (yaml: string): string => `# Title\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`;

describe('the READMEs', () => {
  it('say of every action what its action.yml says, and show no example that would fail', () => {
    const { status, stderr } = spawnSync(nodeBinary('24'), ['--no-warnings', 'tools/readme.ts', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    [
      'an input that does not exist',
      '- uses: o/r/actions/verify-digest@x\n  with: {ledger: a, trust: b, legder: c}',
      'verify-digest has no input "legder"',
    ],
    [
      'a required input left out',
      'jobs: {a: {steps: [{uses: ./actions/verify-digest, with: {ledger: a}}]}}',
      'verify-digest needs "trust"',
    ],
    [
      'an action that does not exist',
      '- uses: o/r/actions/verify-digests@x',
      '"o/r/actions/verify-digests@x" names no action of this repository',
    ],
    ['YAML that does not parse', 'a: [', 'Flow sequence'],
  ])('would show %s by its line', (_, yaml, problem) => {
    const [found] = exampleProblems(page(yaml), metadata);
    expect(found).toMatch(/^3: /);
    expect(found).toContain(problem);
  });

  describe('that show a folder .proofrail/', () => {
    const registry =
      '# .proofrail/controls/iso.yaml\nA.8.32:\n  pipeline: {branch_protection: [main], approvals: {min: 2, roles: [security]}}\n  title: Change\n';
    const roles = '# .proofrail/roles.yaml\nroles: {security: ["1", "2"]}\n';

    it('show one that a gate takes, all of its files together', () => {
      expect(exampleProblems(page(registry) + page(roles), metadata)).toEqual([]);
    });

    it.each([
      ['a role that nobody holds', page(registry), '3: roles/undefined'],
      ['roles for nothing', page(roles), '3: config/no-registry'],
      ['a key that drives nothing', page(registry) + page(`${roles}people: {}\n`), '12: roles/unknown-key'],
      ['the same file twice', page(registry) + page(registry), '3: shows a file of .proofrail/ twice'],
    ])('would show %s', (_, text, problem) => {
      expect(exampleProblems(text, metadata)).toEqual([expect.stringContaining(problem)]);
    });
  });

  it('leave other people’s actions alone', () => {
    expect(exampleProblems(page('- uses: actions/checkout@v5\n  with: {ref: main}'), metadata)).toEqual([]);
  });

  it('cannot lose their tables by losing a marker', () => {
    expect(() => fillTables('# Title\n<!-- inputs -->', readActionMetadata('verify-digest'))).toThrow(/inputs/);
  });

  it.each(['policy-gate', 'record-evidence', 'verify-digest', 'archive-sbom'])(
    'describe every input and output of %s in full sentences',
    (action) => {
      const { inputs, outputs, using } = readActionMetadata(action);
      expect(using).toBe('node24');
      for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
        expect(description).toMatch(/^[A-Z].{20,}\.$/s);
    },
  );
});

describe('README.md', () => {
  const page = readFileSync(path.join(root, 'README.md'), 'utf8');

  it('shows lines that "npm start" really prints, in their order', () => {
    const [shown] = fencedBlocks(page).filter(({ language }) => language === 'console');
    const lines = (text: string): string[] => text.split('\n').map((line) => line.replace(/\d+ ms/, 'N ms').trimEnd());
    const printed = lines(outputOfTheDemo());
    const expected = lines(shown?.text ?? '').filter((line) => line !== '' && !line.startsWith('$ ') && line.trim() !== '…');
    const places = expected.map((line) => printed.indexOf(line));
    expect(expected.filter((_, each) => places[each] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(expected.length).toBeGreaterThan(8);
  });

  it('takes two screens: what is longer goes to docs/', () => {
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(110);
  });
});

function outputOfTheDemo(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-readme-'));
  try {
    return spawnSync(nodeBinary(), [path.join(root, 'dist/proofrail.js'), 'demo'], { cwd: folder, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
