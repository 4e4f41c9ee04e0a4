import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { NODES, RealRepository } from '@proofrail/testkit';
import { templateFiles } from '../../../packages/cli/src/init/template-files.ts';
import { Workspace } from '../material/workspace.ts';
import { proofrail, tree } from './proofrail.ts';

interface Document {
  readonly written: boolean;
  readonly check: string;
  readonly next_steps: readonly string[];
  readonly files: readonly { readonly path: string; readonly state: string; readonly diff: string }[];
}

const callers = path.resolve(import.meta.dirname, '../../../examples/callers');
const MODES = ['repository', 'organisation'] as const;
const PIN = 'c0ffee'.padEnd(40, '0');

const json = async (cwd: string, ...argv: string[]) => {
  const run = await proofrail(['init', ...argv, '--json'], { cwd });
  return { code: run.code, ...run.json<Document>() };
};
const states = ({ files }: Document): string[] => [...new Set(files.map(({ state }) => state))];

describe.each(NODES)('proofrail init, on Node %s', (node) => {
  it('shows every line first and writes nothing', async () => {
    using workspace = new Workspace();
    const { code, out } = await proofrail(['init'], { cwd: workspace.folder, node });
    expect(code).toBe(0);
    expect(out).toContain('+++ b/.github/workflows/proofrail.yml');
    expect(out).toContain('run it again with --yes');
    expect(out).toContain('gate / gate');
    expect(tree(workspace.folder)).toEqual({});
  });
});

describe.each(MODES)('proofrail init --mode %s', (mode) => {
  it('writes the examples as they stand, and a second time there is nothing to do', async () => {
    using workspace = new Workspace();
    const first = await json(workspace.folder, '--mode', mode, '--yes');
    expect([first.code, first.written, states(first)]).toEqual([0, true, ['new']]);
    for (const [name, text] of templateFiles(mode, callers)) expect(readFileSync(workspace.path(name), 'utf8')).toBe(text);
    const before = tree(workspace.folder);
    const second = await json(workspace.folder, '--mode', mode, '--yes');
    expect([second.code, second.written, states(second)]).toEqual([0, false, ['same']]);
    expect(tree(workspace.folder)).toEqual(before);
  });

  it('shows first, sign for sign, what it will write', async () => {
    using workspace = new Workspace();
    const { out } = await proofrail(['init', '--mode', mode], { cwd: workspace.folder });
    for (const text of templateFiles(mode, callers).values()) expect(out).toContain(text.trimEnd().replace(/^/gm, '+'));
  });

  it('knows its own files again where git checked them out with the line ends of Windows', async () => {
    using workspace = new Workspace();
    await json(workspace.folder, '--mode', mode, '--pin', PIN, '--yes');
    for (const name of templateFiles(mode, callers).keys()) {
      const file = workspace.path(name);
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    }
    const again = await json(workspace.folder, '--mode', mode);
    expect([again.code, states(again)]).toEqual([0, ['same']]);
  });

  it('names the commit that was asked for, and leaves it there afterwards', async () => {
    using workspace = new Workspace();
    await json(workspace.folder, '--mode', mode, '--pin', PIN, '--yes');
    const texts = [...templateFiles(mode, callers).keys()].map((name) => readFileSync(workspace.path(name), 'utf8')).join('\n');
    const pins = [...texts.matchAll(/proofrail\/proofrail\/\S+@(\S+)(.*)/g)];
    expect(pins.length).toBeGreaterThan(0);
    expect(new Set(pins.map(([, pin, comment]) => `${pin}${comment}`))).toEqual(new Set([PIN]));
    expect(states(await json(workspace.folder, '--mode', mode))).toEqual(['same']);
  });
});

describe('proofrail init --mode organisation --gate acme/gate', () => {
  const calls = (workspace: Workspace) =>
    ['.github/workflows/gate.yml', '.github/workflows/merge-verifier.yml', MERGES, BREAK_GLASS].map(
      (name) => /(?:organisation|uses): (acme\/gate\/\S+)/.exec(readFileSync(workspace.path(name), 'utf8'))?.[1],
    );
  const MERGES = 'each-repository/.github/workflows/proofrail-merges.yml';
  const BREAK_GLASS = 'each-repository/.github/workflows/proofrail-break-glass.yml';

  it('names whose policy decides in the gate itself, and keeps it, and the reviewed commit, afterwards', async () => {
    using workspace = new Workspace();
    await json(workspace.folder, '--mode', 'organisation', '--gate', 'acme/gate', '--yes');
    const [gate, verifier] = ['gate', 'merge-verifier'].map((name) => `acme/gate/.github/workflows/${name}.yml`);
    expect(calls(workspace)).toEqual([gate, verifier, `${verifier}@${'0'.repeat(40)}`, `${gate}@${'0'.repeat(40)}`]);
    const merges = workspace.path(MERGES);
    writeFileSync(merges, readFileSync(merges, 'utf8').replace('0'.repeat(40), PIN));
    expect(states(await json(workspace.folder, '--mode', 'organisation'))).toEqual(['same']);
  });
});

describe('proofrail init in a repository that has files of its own', () => {
  it('shows a workflow that differs, writes nothing at all, and ends in 2', async () => {
    using workspace = new Workspace();
    workspace.write('.github/workflows/proofrail.yml', 'name: mine\non: push\n');
    const before = tree(workspace.folder);
    const refused = await json(workspace.folder, '--yes');
    expect([refused.code, refused.written]).toEqual([2, false]);
    const [differs] = refused.files.filter(({ state }) => state === 'differs');
    expect(differs?.path).toBe('.github/workflows/proofrail.yml');
    expect(differs?.diff).toContain('-name: mine\n');
    expect(tree(workspace.folder)).toEqual(before);
  });

  it('keeps what somebody filled into .proofrail/', async () => {
    using workspace = new Workspace();
    await json(workspace.folder, '--yes');
    const file = workspace.path('.proofrail/roles.yaml');
    const filled = readFileSync(file, 'utf8').replaceAll('FILL-IN-THE-IDS', "'1001'");
    writeFileSync(file, filled);
    const again = await json(workspace.folder, '--yes');
    expect([again.code, again.files.find(({ path: name }) => name === '.proofrail/roles.yaml')?.state]).toEqual([0, 'kept']);
    expect(readFileSync(file, 'utf8')).toBe(filled);
  });

  it('keeps a pre-commit configuration, which is for all tools of a repository, and says what to add to it', async () => {
    using workspace = new Workspace();
    const own = 'repos:\n  - repo: https://github.com/psf/black\n    rev: 24.1.0\n    hooks: [{id: black}]\n';
    workspace.write('.pre-commit-config.yaml', own);
    const first = await json(workspace.folder, '--yes');
    expect([first.code, first.written]).toEqual([0, true]);
    expect(first.next_steps[0]).toMatch(
      /^Add to "repos" in your own .*\{repo: \S+gitleaks, rev: [0-9a-f]{40}, hooks: \[\{id: gitleaks\}\]\}$/,
    );
    expect(readFileSync(workspace.path('.pre-commit-config.yaml'), 'utf8')).toBe(own);
    const again = await json(workspace.folder, '--yes');
    expect([again.code, new Set(states(again))]).toEqual([0, new Set(['same', 'kept'])]);
    workspace.write('.pre-commit-config.yaml', `${own}  - repo: https://github.com/gitleaks/gitleaks\n`);
    expect((await json(workspace.folder)).next_steps[0]).not.toContain('Add to');
  });

  it('asks for nothing that the command line has said, and says who has to be able to read the gate', async () => {
    using workspace = new Workspace();
    const all = await json(workspace.folder, '--mode', 'organisation');
    const said = await json(workspace.folder, '--mode', 'organisation', '--gate', 'acme/gate', '--pin', PIN);
    expect(all.next_steps.filter((step) => !said.next_steps.includes(step))).toEqual([
      expect.stringContaining('with --pin'),
      expect.stringContaining('with --gate'),
    ]);
    expect(said.next_steps).toContainEqual(expect.stringMatching(/^Make this repository public, or /));
  });

  it('brings no second registry beside the one that the pages of this product show', async () => {
    using workspace = new Workspace();
    const page = readFileSync(path.resolve(callers, '../../docs/start.md'), 'utf8');
    const [, registry = ''] = /# \.proofrail\/controls\/iso27001\.yaml\n(.*?)```/s.exec(page) ?? [];
    workspace.write('.proofrail/controls/iso27001.yaml', registry);
    const { files } = await json(workspace.folder, '--yes');
    expect(files.find(({ path: name }) => name === '.proofrail/controls.yaml')?.state).toBe('left-out');
    const roles = workspace.path('.proofrail/roles.yaml');
    writeFileSync(roles, readFileSync(roles, 'utf8').replaceAll('FILL-IN-THE-IDS', "'1001'"));
    const controls = await proofrail(['controls', '--config', '.proofrail', '--json'], { cwd: workspace.folder });
    expect([controls.code, controls.out]).toEqual([0, expect.not.stringContaining('two-registries')]);
    expect((await json(workspace.folder, '--yes')).code).toBe(0);
  });

  it('is never led out of it by a symbolic link', async () => {
    using workspace = new Workspace();
    mkdirSync(workspace.path('elsewhere'));
    symlinkSync(workspace.path('elsewhere'), workspace.path('.github'));
    const { code, out } = await proofrail(['init', '--yes', '--json'], { cwd: workspace.folder });
    expect([code, (JSON.parse(out) as { error: { code: string } }).error.code]).toEqual([2, 'init/not-a-folder']);
    expect(tree(workspace.path('elsewhere'))).toEqual({});
  });

  it.each([
    [['init', 'absent'], 'init/not-a-folder'],
    [['init', '--mode', 'team'], 'cli/invalid-argument'],
    [['init', '--pin', 'v1'], 'cli/invalid-argument'],
    [['init', '--pin', 'abcdef1'], 'cli/invalid-argument'],
    [['init', '--mode', 'organisation', '--gate', 'acme'], 'cli/invalid-argument'],
  ])('refuses %j', async (argv, code) => {
    using workspace = new Workspace();
    const ended = await proofrail([...argv, '--json'], { cwd: workspace.folder });
    expect([ended.code, ended.json<{ error: { code: string } }>().error.code]).toEqual([2, code]);
  });
});

describe('proofrail init in a git repository', () => {
  const branches = (repository: RealRepository): (string | undefined)[] =>
    ['.github/workflows/proofrail-merges.yml', '.proofrail/controls.yaml'].map(
      (name) => /branches: (\[.*\])/.exec(readFileSync(path.join(repository.folder, name), 'utf8'))?.[1],
    );

  it.each<[string, string[][], string]>([
    [
      'the branch that is there',
      [
        ['branch', '-m', 'master'],
        ['switch', '-q', '-c', 'topic'],
      ],
      '[master]',
    ],
    ['the default of origin', [['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk']], '[trunk]'],
    [
      'a branch that is packed',
      [
        ['branch', '-m', 'master'],
        ['pack-refs', '--all'],
        ['switch', '-q', '-c', 'topic'],
      ],
      '[master]',
    ],
  ])('protects %s', async (_, commands, list) => {
    using repository = new RealRepository();
    repository.commit({ 'a.txt': 'a' });
    for (const command of commands) repository.git(...command);
    expect((await json(repository.folder, '--yes')).code).toBe(0);
    expect(branches(repository)).toEqual([list, list]);
    expect((await json(repository.folder, '--yes')).files.map(({ state }) => state)).not.toContain('differs');
  });

  it('leaves another branch that somebody named there', async () => {
    using repository = new RealRepository();
    repository.commit({ 'a.txt': 'a' });
    await json(repository.folder, '--yes');
    repository.git('branch', '-m', 'master');
    const again = await json(repository.folder);
    expect([again.code, branches(repository)]).toEqual([0, ['[main]', '[main]']]);
  });

  it('writes nothing below its root, where GitHub reads nothing', async () => {
    using repository = new RealRepository();
    repository.commit({ 'service/a.txt': 'a' });
    const { code, out } = await proofrail(['init', 'service', '--yes', '--json'], { cwd: repository.folder });
    expect([code, (JSON.parse(out) as { error: { code: string } }).error.code]).toEqual([2, 'init/not-the-root']);
    expect(Object.keys(tree(path.join(repository.folder, 'service')))).toEqual(['a.txt']);
  });
});

describe('what init writes into .proofrail/', () => {
  it.each(MODES)('tells in one error which ids to fill in, and is accepted when they are there: %s', async (mode) => {
    using workspace = new Workspace();
    await json(workspace.folder, '--mode', mode, '--yes');
    const controls = () => proofrail(['controls', '--config', '.proofrail', '--json'], { cwd: workspace.folder });
    const unfilled = (await controls()).json<{ error: { at: string; found: string } }>().error;
    expect(unfilled).toMatchObject({ at: expect.stringMatching(/^roles\.yaml:\d+:\d+$/), found: '"FILL-IN-THE-IDS"' });
    const file = workspace.path('.proofrail/roles.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('FILL-IN-THE-IDS', "'1001'"));
    expect((await controls()).code).toBe(0);
  });
});
