import { describe, expect, it } from '@jest/globals';
import { changedFiles } from '../state/changed-files.ts';
import { pullRequestsOf } from '../state/pull-requests-of.ts';
import { reviewDecision } from '../state/review-decision.ts';
import { aSoundChange, approve, dismiss, forcePush, landGroup, enqueue, merge, push, retarget } from '../index.ts';
import { commitFiles } from './commit-files.ts';
import { moveBranch } from './move-branch.ts';

describe('the sound change', () => {
  it('is approved on its head by two people who had no hand in it, after the last push', () => {
    const { pullRequest, repository, author } = aSoundChange();
    const lastPush = repository.pushes.findLast(({ ref }) => ref === 'refs/heads/feature/refund-limit');
    expect(lastPush).toMatchObject({ after: pullRequest.head.commit, by: author.id });
    expect(pullRequest.reviews).toHaveLength(2);
    for (const review of pullRequest.reviews) {
      expect(review).toMatchObject({ state: 'APPROVED', commit: pullRequest.head.commit });
      expect(review.author).not.toBe(author.id);
      expect(review.submittedAt.getTime()).toBeGreaterThan(lastPush?.at.getTime() ?? Infinity);
    }
    expect(reviewDecision(repository, pullRequest)).toBe('APPROVED');
  });

  it('runs workflows whose files the change left alone', () => {
    const { scenario, pullRequest, repository, runs } = aSoundChange();
    const { git } = scenario;
    const main = git.commit(repository.branches.get('main') ?? '').tree;
    const head = git.commit(pullRequest.head.commit).tree;
    for (const { path, headSha } of Object.values(runs)) {
      expect(headSha).toBe(pullRequest.head.commit);
      expect(git.entryAt(head, path)).toEqual(git.entryAt(main, path));
    }
  });

  it('happened before now, and everything in it after its start', () => {
    const { scenario, pullRequest } = aSoundChange();
    expect(scenario.now.getTime()).toBeLessThan(Date.now());
    expect(pullRequest.createdAt.getTime()).toBeGreaterThan(Date.now() - 2 * 3_600_000);
  });

  it('is the same to the byte from the same start, so that a test can name its commits', () => {
    const start = new Date('2026-11-20T10:00:00Z');
    expect(aSoundChange({ start }).pullRequest).toEqual(aSoundChange({ start }).pullRequest);
  });
});

describe('one step away from it', () => {
  it('a push leaves the approvals where they were', () => {
    const change = aSoundChange();
    const before = change.pullRequest.head.commit;
    push(change, change.author);
    expect(change.pullRequest.reviews.map(({ commit }) => commit)).toEqual([before, before]);
    expect(change.pullRequest.head.commit).not.toBe(before);
  });

  it('a push in the name of somebody else is known by who pushed it', () => {
    const change = aSoundChange();
    const commit = push(change, change.security, { by: change.author });
    expect(change.scenario.personByEmail(commit.author.email)).toBe(change.security);
    expect(change.repository.pushes.at(-1)).toMatchObject({ after: commit.oid, by: change.author.id });
  });

  it('a forced push back hides the commit between, and the timeline and the activity still have it', () => {
    const change = aSoundChange();
    const before = change.pullRequest.head.commit;
    const evil = push(change, change.author);
    forcePush(change, before, change.author);
    expect(change.pullRequest.head.commit).toBe(before);
    expect(change.pullRequest.timeline).toMatchObject([{ kind: 'HeadRefForcePushedEvent', before: evil.oid, after: before }]);
    expect(change.repository.pushes.at(-1)).toMatchObject({ kind: 'force_push', before: evil.oid, after: before });
  });

  it('a dismissal takes an approval away', () => {
    const change = aSoundChange();
    const [first, second] = change.pullRequest.reviews;
    for (const one of [first, second]) if (one !== undefined) dismiss(change, one, change.bystander);
    expect(reviewDecision(change.repository, change.pullRequest)).toBe('REVIEW_REQUIRED');
  });

  it('a new base keeps the reviews that were about another one', () => {
    const change = aSoundChange();
    moveBranch(change.scenario, change.repository, 'develop', change.pullRequest.base.seen, change.author.id);
    retarget(change, 'develop', change.author);
    expect(change.pullRequest).toMatchObject({
      base: { branch: 'develop' },
      timeline: [{ kind: 'BaseRefChangedEvent', from: 'main' }],
    });
    expect(change.pullRequest.reviews).toHaveLength(2);
  });

  it('a moved file is one change with both its paths', () => {
    const change = aSoundChange();
    push(change, change.author, { files: { 'src/refund.js': null, 'src/moved.js': 'export const limit = 100;\n' } });
    const { scenario, pullRequest } = change;
    expect(changedFiles(scenario.git, pullRequest.base.seen, pullRequest.head.commit)).toMatchObject([
      { path: 'src/moved.js', previous: 'src/refund.js', status: 'renamed' },
    ]);
  });
});

describe('what lands on main', () => {
  it.each(['squash', 'merge'] as const)(
    'by %s has the tree that was approved, and is known to be of the pull request',
    (method) => {
      const change = aSoundChange();
      const { scenario, repository, pullRequest } = change;
      const approved = scenario.git.commit(pullRequest.head.commit).tree;
      const landed = merge(change, change.platform, method);
      expect(scenario.git.commit(landed).tree).toBe(approved);
      expect(repository.branches.get('main')).toBe(landed);
      expect(pullRequestsOf(scenario, repository, landed)).toEqual([pullRequest]);
    },
  );

  it('by a merge with more in it has another tree', () => {
    const change = aSoundChange();
    const approved = change.scenario.git.commit(change.pullRequest.head.commit).tree;
    const landed = merge(change, change.platform, 'merge', { 'src/evil.js': 'oops\n' });
    expect(change.scenario.git.commit(landed).tree).not.toBe(approved);
  });

  it('by a direct push is of no pull request', () => {
    const change = aSoundChange();
    const { scenario, repository, bystander } = change;
    const parents = [repository.branches.get('main') ?? ''];
    const commit = commitFiles(scenario, { files: { 'src/evil.js': 'oops\n' }, parents, author: bystander });
    moveBranch(scenario, repository, 'main', commit.oid, bystander.id);
    expect(pullRequestsOf(scenario, repository, commit.oid)).toEqual([]);
  });

  it('through the queue is the group’s own commit', () => {
    const change = aSoundChange();
    const group = enqueue([change], change.platform);
    expect(landGroup([change], group)).toBe(group.head);
    expect(change.pullRequest.merged?.commit).toBe(group.head);
    expect(change.repository.queue).toEqual([]);
  });
});

it('an approval by who may only read is not one for GitHub', () => {
  const change = aSoundChange();
  change.pullRequest.reviews = [];
  change.repository.access.set(change.bystander.id, 'read');
  approve(change, change.bystander);
  expect(reviewDecision(change.repository, change.pullRequest)).toBe('REVIEW_REQUIRED');
});
