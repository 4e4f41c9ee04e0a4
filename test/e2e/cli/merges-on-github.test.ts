import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  commitFiles,
  FAKE_TOKEN,
  merge,
  moveBranch,
  startFakeGitHub,
  type FakeGitHub,
  type SoundChange,
} from '@proofrail/testkit';
import { soundChange } from '../../github/sound-change.ts';
import { cloneOf } from '../material/clone-of.ts';
import { Workspace } from '../material/workspace.ts';
import { instead } from './tries/try.ts';
import { proofrail, tree } from './proofrail.ts';

const LEDGER = ['--ledger', 'file:./ledger', '--json'];

interface Told {
  readonly facts: string;
  readonly commits: readonly Readonly<Record<string, unknown>>[];
  readonly error?: { readonly code: string };
}

let change: SoundChange;
let github: FakeGitHub;
let workspace: Workspace;
let since: string;

beforeEach(async () => {
  change = soundChange();
  github = await startFakeGitHub(change.scenario);
  workspace = new Workspace();
  since = change.repository.branches.get('main') ?? '';
});
afterEach(async () => {
  workspace[Symbol.dispose]();
  expect(github.unmodelled()).toEqual([]);
  await github.close();
});

const run = (...argv: string[]) => proofrail(argv, { cwd: workspace.folder, env: { GITHUB_TOKEN: FAKE_TOKEN } });

/** The gate allows the change as GitHub has it; the ledger holds that. */
async function allow(): Promise<void> {
  const read = ['facts', 'acme/refunds#41', '--run', String(change.runs.gate.id), '--out', 'f.json', '--api-url', github.url];
  expect((await run(...read)).code).toBe(0);
  const judged = await run('gate', '--facts', 'f.json', '--reports', 'f.reports', '--config', 'f.proofrail', ...LEDGER);
  expect([judged.code, judged.out]).toEqual([0, expect.stringContaining('"allow"')]);
}

/** On a clone of the branch as it is now. */
async function verify(...more: string[]) {
  const main = change.repository.branches.get('main') ?? '';
  using clone = cloneOf(change.scenario, { topic: change.pullRequest.head.commit, main });
  const asked = ['--github', 'acme/refunds', '--api-url', github.url, '--repository', clone.folder, '--branch', 'main'];
  const { code, json } = await run('merges', 'verify', ...instead(asked, ...more), ...LEDGER, '--accept-given');
  return { code, ...json<Told>() };
}

describe('proofrail merges verify, asking GitHub', () => {
  it('verifies what was merged as it was allowed, and finds the push that went past the gate', async () => {
    await allow();
    const landed = merge(change, change.platform);
    const first = await verify('--since', since, '--record');
    expect([first.code, first.facts, first.commits]).toMatchObject([
      0,
      'read',
      [{ commit: landed, state: 'verified', method: 'squash-or-rebase', pull_request: 41 }],
    ]);

    const { scenario, repository, bystander } = change;
    const pushed = commitFiles(scenario, { files: { 'src/refund.js': 'door\n' }, parents: [landed], author: bystander }).oid;
    moveBranch(scenario, repository, 'main', pushed, bystander.id);
    const second = await verify('--since-last', '--record', '--pushed-by', String(bystander.id));
    expect([second.code, second.commits]).toMatchObject([1, [{ commit: pushed, state: 'bypass', reason: 'no-pull-request' }]]);
  });

  it('finds an evil merge: GitHub names the pull request, and the tree is another', async () => {
    await allow();
    const landed = merge(change, change.platform, 'merge', { 'src/door.js': 'open\n' });
    const { code, commits } = await verify('--since', since);
    expect([code, commits]).toMatchObject([1, [{ commit: landed, state: 'bypass', reason: 'tree-differs', pull_request: 41 }]]);
  });

  it('says nothing about the branch, and writes nothing, while GitHub answers no more', async () => {
    await allow();
    merge(change, change.platform);
    const before = tree(workspace.path('ledger'));
    github.inject((call) => call.route.endsWith('/pulls'), { kind: 'secondary-limit', status: 429, retryAfter: 90 });
    const { code, error } = await verify('--since', since, '--record');
    expect([code, error?.code]).toEqual([3, 'github/rate-limited']);
    expect(tree(workspace.path('ledger'))).toEqual(before);
  });

  it.each([
    [['--github', 'acme'], 'github/not-a-repository'],
    [['--pushed-by', 'ben'], 'merges/pushed-by'],
    [['--facts', 'f.json'], 'cli/conflicting-option'],
  ])('refuses %j', async (more, code) => {
    expect(await verify('--since', since, ...more)).toMatchObject({ code: 2, error: { code } });
  });
});
