import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { NODES, nodeBinary, RUNTIME, type Runtime } from '@proofrail/testkit';

const root = path.resolve(import.meta.dirname, '../../..');
const folders: string[] = [];

interface Told {
  readonly outcome: string;
  readonly scenes: readonly {
    readonly title: string;
    readonly as_told: boolean;
    readonly steps: readonly { readonly command: string; readonly lines: readonly { readonly text: string }[] }[];
  }[];
}

function demo(node: Runtime, { in: folder = emptyFolder(), json = false } = {}) {
  const { status, stdout, stderr } = spawnSync(
    nodeBinary(node),
    [path.join(root, 'dist/proofrail.js'), 'demo', ...(json ? ['--json'] : [])],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '' },
    },
  );
  return { folder, status, stdout, stderr };
}

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-demo-'));
  folders.push(folder);
  return folder;
}

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe.each(NODES)('npm start, on Node %s', (node) => {
  it('tells every scene as it should go, ends in 0 and leaves something to look at', () => {
    const { folder, status, stdout } = demo(node, { json: true });
    const told = JSON.parse(stdout) as Told;
    expect(told.scenes.map(({ title, as_told }) => [title, as_told])).toEqual([
      ['A change that must not pass is denied', true],
      ['The same change, repaired, is allowed', true],
      ['What was built from it may be deployed, and nothing else', true],
      ['Nobody can change the ledger unnoticed', true],
      ['The auditor gets one page', true],
    ]);
    expect(status).toBe(0);
    for (const file of ['report.html', 'trust.json', 'receipt.json', 'ledger/v1/segments'])
      expect(existsSync(path.join(folder, 'proofrail-demo', file))).toBe(true);
  });

  it('makes everything anew, and ends in the path of the report', () => {
    const { folder } = demo(node);
    const again = demo(node, { in: folder });
    expect(again.status).toBe(0);
    expect(again.stdout.trimEnd().split('\n').at(-1)).toBe('Open this: proofrail-demo/report.html');
  });
});

describe('what the story rests on', () => {
  it('puts the answer of each command below that command, not below the last of them', () => {
    const [, third = ''] = demo(RUNTIME).stdout.split(/^3\. .*$/m);
    const [delivered = ''] = third.split(/^4\. /m);
    const shape = delivered.split('\n').map(
      (line) =>
        line
          .match(/^ {3}\$ proofrail (\w+ \w+)|^ {3}([✓✗])/)
          ?.slice(1)
          .join('') ?? '',
    );
    expect(shape.filter((word) => word !== '')).toEqual([
      ...['sbom archive', '✓', 'image verify', '✓', 'image verify', '✗', 'image verify', '✗', 'record deployment', '✓'],
    ]);
  });

  it('names stream and position of each of the five attacks, and what has to lie outside the ledger', () => {
    const told = JSON.parse(demo(RUNTIME, { json: true }).stdout) as Told;
    const lines = (told.scenes[3]?.steps ?? []).flatMap((step) => step.lines.map(({ text }) => text));
    const attacks = lines.filter((text) => text.endsWith('found, exit code 4'));
    expect(attacks).toHaveLength(5);
    for (const attack of attacks) expect(lines[lines.indexOf(attack) + 1]).toMatch(/ at stream 778812345, slot \d+/);
    expect(lines.filter((text) => text.startsWith('without the '))).toEqual([
      'without the receipt it ends in 0: that is what the receipt is for',
      'without the trust file and the receipt it ends in 0: that is what the trust file is for',
    ]);
  });

  it('is said to lie in the repository where a release was taken, which carries the callers alone', () => {
    const release = emptyFolder();
    for (const name of ['dist', 'policies', 'package.json', 'examples/callers'])
      cpSync(path.join(root, name), path.join(release, name), {
        recursive: true,
        filter: (file) => !file.includes('node_modules'),
      });
    const program = path.join(release, 'dist/proofrail.js');
    const { status, stderr } = spawnSync(nodeBinary(), [program, 'demo'], { cwd: release, encoding: 'utf8' });
    expect([status, stderr.split('\n')[0]]).toEqual([2, 'error demo/no-examples']);
    expect(existsSync(path.join(release, 'proofrail-demo'))).toBe(false);
  });

  it('turns from allowed to denied when the registry asks for one approval more, and nothing else changes', () => {
    const { folder } = demo(RUNTIME);
    cpSync(path.join(root, 'examples/service/.proofrail'), path.join(folder, 'config'), { recursive: true });
    const registry = path.join(folder, 'config/controls/iso27001.yaml');
    const gate = () =>
      spawnSync(
        nodeBinary(),
        [
          ...[
            path.join(root, 'dist/proofrail.js'),
            'gate',
            '--facts',
            path.join(folder, 'proofrail-demo/changes/allowed.facts.json'),
          ],
          ...['--report', ...['sast', 'secrets', 'iac'].map((name) => path.join(root, `examples/reports/allowed/${name}.sarif`))],
          ...['--config', path.join(folder, 'config'), '--ledger', 'none', '--json'],
        ],
        { encoding: 'utf8' },
      );
    expect(gate().status).toBe(0);
    writeFileSync(registry, readFileSync(registry, 'utf8').replace('min: 2', 'min: 3'));
    const denied = gate();
    expect(denied.status).toBe(1);
    const { rules } = JSON.parse(denied.stdout) as { rules: readonly { id: string; status: string }[] };
    expect(rules.filter(({ status }) => status === 'fail').map(({ id }) => id)).toEqual([
      'approvals.fresh',
      'approvals.human',
      'approvals.quorum',
    ]);
  });
});
