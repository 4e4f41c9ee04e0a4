import { describe, expect, it } from '@jest/globals';
import { loadPolicy, renderReason } from '@proofrail/core/policy';
import { readBundle } from '@proofrail/policies';
import { close, forcePush, push, retarget, type SoundChange } from '@proofrail/testkit';
import { branchOfOnesOwn, inPassing, openBeside, runFor } from './beside.ts';
import { collect, judge, type CollectOptions } from './collecting.ts';
import { ontoMain, registryOf, replaced } from './registry.ts';
import { testEnded } from './required-check.ts';
import { approveAgain } from './run-again.ts';
import { soundChange } from './sound-change.ts';

const { manifest } = await loadPolicy(readBundle());

async function objections(change: SoundChange, options: CollectOptions = {}): Promise<string[]> {
  const { collected, unmodelled, slept } = await collect(change, { waitMinutes: 0, ...options });
  expect([unmodelled, slept]).toEqual([[], []]);
  const rules = collected.flatMap((each) => judge(each).decision.rules);
  return rules.flatMap(({ id, status, reasons }) =>
    status === 'pass' || status === 'not_applicable' ? [] : reasons.map((reason) => renderReason(manifest, id, reason)),
  );
}

const red = (): SoundChange => {
  const change = soundChange();
  testEnded(change, 'failure');
  return change;
};

const withoutReports = (): SoundChange => {
  const change = soundChange();
  change.runs.scan.artifacts.length = 0;
  return change;
};

const listed = (change: SoundChange, branches: string): void =>
  ontoMain(change, {
    '.proofrail/controls.yaml': replaced(registryOf(change), 'protected_branches: [main]', `protected_branches: [${branches}]`),
  });

const NOT_OURS = expect.stringMatching(/another pull request of this head \(#42 into mine\)/) as unknown as string;
const NO_REPORT = expect.stringMatching(/\(producer: .*beside #42 into mine.*\)/) as unknown as string;

describe('a second pull request of the same head, into a branch of the author’s own', () => {
  it.each<[string, (change: SoundChange) => unknown]>([
    ['that is open', (change) => runFor(change, openBeside(change))],
    ['that was closed before anybody asks', (change) => inPassing(change)],
    [
      'that ran when it was closed already, as closing and labelling have it',
      (change) => {
        const twin = openBeside(change);
        close(twin);
        runFor(change, twin);
      },
    ],
    [
      'that goes into the protected branch by now',
      (change) => {
        const twin = openBeside(change);
        runFor(change, twin);
        retarget(twin, 'release', change.author);
      },
    ],
  ])('%s makes no red check green', async (name, attack) => {
    const change = red();
    listed(change, 'main, release');
    branchOfOnesOwn(change, 'release');
    attack(change);
    const said = await objections(change);
    expect([name, said]).toEqual([name, expect.arrayContaining(['The check test ended as failure'])]);
  });

  it('is named with where it goes, and that it went elsewhere before', async () => {
    const change = soundChange();
    change.repository.checkRuns.length = 0;
    const twin = openBeside(change);
    runFor(change, twin);
    retarget(twin, 'main', change.author);
    expect(await objections(change)).toContainEqual(expect.stringContaining('(#42 into main, before into another)'));
  });

  it('is what the reason names where nothing else ran', async () => {
    const change = soundChange();
    change.repository.checkRuns.length = 0;
    inPassing(change);
    const said = await objections(change, { waitMinutes: 25 });
    expect(said).toEqual(expect.arrayContaining([NOT_OURS, NO_REPORT]));
  });

  it('brings no report that was missing', async () => {
    const change = withoutReports();
    expect(await objections(change)).not.toEqual([]);
    inPassing(change);
    expect(await objections(change)).toContainEqual(NO_REPORT);
  });

  it('hides no failure of the change itself, which may be among the runs that do not count', async () => {
    const change = soundChange();
    openBeside(change);
    runFor(change, change, 'failure');
    expect(await objections(change)).toContainEqual(NOT_OURS);
  });

  it('leaves alone what ran before it was opened', async () => {
    const change = soundChange();
    close(openBeside(change));
    expect(await objections(change)).toEqual([]);
  });

  it('is no matter any more once it is closed and another commit is pushed', async () => {
    const change = red();
    inPassing(change);
    push(change, change.author);
    runFor(change, change);
    approveAgain(change);
    expect(await objections(change)).toEqual([]);
  });

  it('counts for the time that it was open where the branch comes back to the commit after it was closed', async () => {
    const change = red();
    const { author, pullRequest } = change;
    const { commit } = pullRequest.head;
    const twin = openBeside(change);
    runFor(change, twin);
    push(change, author);
    close(twin);
    forcePush(change, commit, author);
    approveAgain(change);
    expect(await objections(change)).toEqual(expect.arrayContaining(['The check test ended as failure', NO_REPORT]));
  });

  it('may go to every branch that the registry lists, as a hotfix of gitflow does', async () => {
    const change = soundChange();
    listed(change, 'main, develop');
    runFor(change, openBeside(change, { into: 'develop' }));
    expect(await objections(change)).toEqual([]);
  });
});

describe('a pull request from another branch at the same commit', () => {
  it.each([true, false])('makes no red check green and brings no report, its branch still there: %s', async (there) => {
    for (const change of [red(), withoutReports()]) {
      const before = await objections(change);
      inPassing(change, { from: 'aside' });
      if (!there) change.repository.branches.delete('aside');
      expect(before).not.toEqual([]);
      expect(await objections(change)).toEqual(before);
    }
  });

  it('takes nothing from a change that is sound', async () => {
    const change = soundChange();
    inPassing(change, { from: 'aside' });
    expect(await objections(change)).toEqual([]);
  });
});
