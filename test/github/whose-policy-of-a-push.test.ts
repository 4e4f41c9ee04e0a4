import { describe, expect, it } from '@jest/globals';
import { commitFiles, moveBranch, protect, PULL_REQUEST_RULE, type SoundChange } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { asThePushTells } from './queued.ts';
import { registryOf } from './registry.ts';
import { soundChange } from './sound-change.ts';

const ASKED = [
  ...['quorum', 'fresh', 'human', 'review-state', 'elevated', 'roles', 'no-self-approval'].map((name) => `approvals.${name}`),
  ...['complete', 'threshold', 'secrets'].map((name) => `scans.${name}`),
  ...['checks.required', 'branches.flow', 'images.digest-only'],
];

/** A registry that looks at everything and lets everything pass. */
const toothless = (change: SoundChange): Readonly<Record<string, string>> => ({
  '.proofrail/controls.yaml': `${registryOf(change)}rollout: {${ASKED.map((rule) => `${rule}: shadow`).join(', ')}}\n`,
});

/** Commits straight onto a branch, each pushed alone, the first from the tip of main. */
function pushed(change: SoundChange, branch: string, ...commits: Readonly<Record<string, string>>[]): SoundChange {
  const { scenario, repository, author } = change;
  for (const files of commits) {
    const parents = [repository.branches.get(branch) ?? repository.branches.get('main') ?? ''];
    moveBranch(scenario, repository, branch, commitFiles(scenario, { files, parents, author }).oid, author.id);
  }
  return change;
}

async function outcomesOf(change: SoundChange, branch: string): Promise<string[]> {
  const { collected, unmodelled } = await collect(change, { ...asThePushTells(change, branch), waitMinutes: 0 });
  expect(unmodelled).toEqual([]);
  return collected.map((each) => judge(each).decision.outcome);
}

describe('a push of what no pull request brought, to a branch of the pusher’s own', () => {
  it('is not judged by the registry that it brings along', async () => {
    const change = soundChange();
    expect(await outcomesOf(pushed(change, 'mine', { ...toothless(change), 'src/evil.js': '' }), 'mine')).toEqual(['deny']);
  });

  it('is not judged by the registry that was pushed there before it', async () => {
    const change = soundChange();
    expect(await outcomesOf(pushed(change, 'mine', toothless(change), { 'src/evil.js': '' }), 'mine')).toEqual(['deny']);
  });
});

it('a push to a branch that takes nothing unreviewed is judged by what stood there, and not by the default branch', async () => {
  const change = soundChange();
  pushed(change, 'release', toothless(change), { 'src/urgent.js': '' });
  protect(change.scenario, change.repository, {
    include: ['refs/heads/release'],
    rules: [{ type: 'creation' }, PULL_REQUEST_RULE],
  });
  expect(await outcomesOf(change, 'release')).toEqual(['allow']);
});
