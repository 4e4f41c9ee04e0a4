import { describe, expect, it } from '@jest/globals';
import {
  addRepository,
  close,
  enqueue,
  merge,
  mergeQueue,
  moveBranch,
  openPullRequest,
  protect,
  type SoundChange,
} from '@proofrail/testkit';
import { branchOfOnesOwn, inPassing, openBeside, runFor } from './beside.ts';
import { collect, judge, type CollectOptions } from './collecting.ts';
import { runOn } from './more-changes.ts';
import { asTheQueueAsks, asThePushTells } from './queued.ts';
import { ontoMain } from './registry.ts';
import { testEnded, withoutTest } from './required-check.ts';
import { soundChange } from './sound-change.ts';

async function checked(change: SoundChange, options: CollectOptions = {}) {
  const { collected, unmodelled, calls } = await collect(change, { waitMinutes: 0, ...options });
  expect(unmodelled).toEqual([]);
  const rules = collected.flatMap((each) => judge(each).decision.rules);
  return {
    check: rules.filter(({ id }) => id === 'checks.required').map(({ status }) => status),
    reports: rules.filter(({ id }) => id === 'scans.complete').map(({ status }) => status),
    graphql: calls.filter(({ kind }) => kind === 'graphql').length,
  };
}

/** The change lies in a fork from the beginning. */
function fromFork(): SoundChange {
  const change = soundChange();
  const { scenario, repository, pullRequest, author, runs } = change;
  const fork = addRepository(scenario, { owner: 'ada', name: 'refunds', parent: repository, visibility: 'public' });
  moveBranch(scenario, fork, pullRequest.head.branch, pullRequest.head.commit, author.id);
  repository.branches.delete(pullRequest.head.branch);
  pullRequest.head = { ...pullRequest.head, repository: fork.id };
  for (const run of Object.values(runs)) repository.runs.set(run.id, Object.assign(run, { headRepository: fork.id }));
  return change;
}

describe('a change from a fork', () => {
  it('is asked for its namesakes in one call more, and only where something rests on runs', async () => {
    expect(await checked(fromFork())).toEqual({ check: ['pass'], reports: ['pass'], graphql: 3 });
    const resting = fromFork();
    ontoMain(resting, { '.proofrail/controls.yaml': 'not a registry\n' });
    const { calls } = await collect(resting, { waitMinutes: 0 });
    expect(calls.filter(({ kind }) => kind === 'graphql')).toHaveLength(2);
  });

  it('has no check of a second pull request of the same branch', async () => {
    const change = fromFork();
    testEnded(change, 'failure');
    inPassing(change);
    expect(await checked(change)).toMatchObject({ check: ['fail'], reports: ['unknown'] });
  });

  it('has none of one from the repository itself, of the same name and commit', async () => {
    const change = fromFork();
    const { scenario, repository, pullRequest, author } = change;
    testEnded(change, 'failure');
    moveBranch(scenario, repository, pullRequest.head.branch, pullRequest.head.commit, author.id);
    branchOfOnesOwn(change);
    const from = { branch: pullRequest.head.branch };
    runFor(change, openPullRequest(scenario, repository, { number: 42, author, from, into: 'mine' }));
    expect(await checked(change)).toMatchObject({ check: ['fail'], reports: ['unknown'] });
  });

  it('is no matter of somebody else’s branch of the same name at another commit', async () => {
    const change = fromFork();
    const { scenario, repository, pullRequest, bystander } = change;
    const fork = addRepository(scenario, { owner: 'ben', name: 'refunds', parent: repository, visibility: 'public' });
    moveBranch(scenario, fork, pullRequest.head.branch, repository.branches.get('main') ?? '', bystander.id);
    branchOfOnesOwn(change);
    const from = { repository: fork, branch: pullRequest.head.branch };
    const theirs = openPullRequest(scenario, repository, { number: 42, author: bystander, from, into: 'mine' });
    Object.assign(theirs.pullRequest, { createdAt: pullRequest.createdAt });
    expect(await checked(change)).toMatchObject({ check: ['pass'], reports: ['pass'] });
  });

  it('that is gone may be the fork of everybody whose fork is gone, wherever their branch went since', async () => {
    const change = fromFork();
    const { pullRequest, repository } = change;
    repository.checkRuns.length = 0;
    const twin = inPassing(change).pullRequest;
    pullRequest.head = { ...pullRequest.head, repository: null };
    twin.head = { ...twin.head, repository: null, commit: repository.branches.get('main') ?? '' };
    expect(await checked(change)).toMatchObject({ check: ['fail'], reports: ['unknown'] });
  });
});

describe('a change whose branch is gone, because it was merged', () => {
  const merged = (attack: (change: SoundChange) => unknown = () => null): SoundChange => {
    const change = soundChange();
    attack(change);
    merge(change, change.security);
    change.repository.branches.delete(change.pullRequest.head.branch);
    return change;
  };

  it('is asked for its namesakes in one call more, and its own runs count', async () => {
    const change = merged();
    const there = await checked(change, asThePushTells(change));
    expect(there).toMatchObject({ check: ['pass'], reports: ['pass'] });
    change.repository.branches.set(change.pullRequest.head.branch, change.pullRequest.head.commit);
    expect((await checked(change, asThePushTells(change))).graphql).toBe(there.graphql - 1);
  });

  it('has no check of a second pull request of it', async () => {
    const change = merged((each) => {
      testEnded(each, 'failure');
      inPassing(each);
    });
    expect(await checked(change, asThePushTells(change))).toMatchObject({ check: ['fail'], reports: ['unknown'] });
  });

  it('has none of another branch that is still there', async () => {
    const change = merged((each) => {
      withoutTest(each);
      inPassing(each, { from: 'aside' });
    });
    expect(await checked(change, asThePushTells(change))).toMatchObject({ check: ['unknown'], reports: ['pass'] });
  });
});

describe('a branch that many pull requests came from', () => {
  const busy = (): SoundChange => {
    const change = soundChange();
    for (let number = 100; number < 230; number += 1) close(openBeside(change, { into: 'main', number }));
    return change;
  };

  it('is read to its end, and only then in calls of its own', async () => {
    expect(await checked(busy())).toEqual({ check: ['pass'], reports: ['pass'], graphql: 4 });
  });

  it('hides none of them behind the others', async () => {
    const change = busy();
    testEnded(change, 'failure');
    inPassing(change, { number: 300 });
    expect(await checked(change)).toMatchObject({ check: ['fail'], reports: ['unknown'] });
  });
});

describe('the commit that a merge queue made', () => {
  it.each([
    ['a branch', soundChange],
    ['a fork', fromFork],
  ])('of %s has no check of a pull request that somebody opens from it', async (_name, make) => {
    const change = make();
    const { scenario, repository, author, security } = change;
    protect(scenario, repository, { rules: [mergeQueue()] });
    const group = enqueue([change], security);
    moveBranch(scenario, repository, 'aside', group.head, author.id);
    branchOfOnesOwn(change);
    runFor(change, openPullRequest(scenario, repository, { number: 42, author, from: { branch: 'aside' }, into: 'mine' }));
    expect(await checked(change, asTheQueueAsks(change))).toMatchObject({ check: ['unknown'], reports: ['unknown'] });
    runOn(change, group.head, 'merge_group');
    expect(await checked(change, asTheQueueAsks(change))).toMatchObject({ check: ['pass'], reports: ['pass'] });
  });
});

describe('what cannot be read', () => {
  it('of the other pull requests leaves checks and reports unknown, and nothing else', async () => {
    const change = soundChange();
    const { collected } = await collect(change, {
      waitMinutes: 0,
      prepare: (github) => github.inject(() => true, { kind: 'mutate', change: (_call, body) => withoutTwins(body) }),
    });
    const unusable = { known: false, why: 'unusable' };
    for (const { facts } of collected) {
      expect(facts).toMatchObject({ checks: unusable, scans: unusable, reviews: { known: true }, files: { known: true } });
    }
  });
});

function withoutTwins(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body), (key, value: unknown) => (key === 'associatedPullRequests' ? null : value)) as unknown;
}
