import { describe, expect, it } from '@jest/globals';
import { remediesOf } from '@proofrail/core/policy';
import { subjectOf } from '@proofrail/github';
import { readBundle } from '@proofrail/policies';
import {
  addEnvironment,
  approveDeployment,
  commitFiles,
  DECIDE_SCOPES,
  deployTo,
  enqueue,
  merge,
  mergeQueue,
  moveBranch,
  protect,
  push,
  type SoundChange,
} from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { another, runOn } from './more-changes.ts';
import { soundChange } from './sound-change.ts';

const repositoryOf = ({ repository }: SoundChange) => ({
  id: repository.id,
  name: repository.name,
  owner: { login: repository.owner },
});

const outcomes = (collected: Awaited<ReturnType<typeof collect>>['collected']) =>
  collected.map((each) => `${each.facts.change.number ?? 'nobody'} ${judge(each).decision.outcome}`);

describe('a merge group', () => {
  const groupOf = (change: SoundChange, head: string) =>
    subjectOf('merge_group', {
      action: 'checks_requested',
      repository: repositoryOf(change),
      merge_group: { head_sha: head, head_ref: 'refs/heads/gh-readonly-queue/main/pr-41', base_ref: 'refs/heads/main' },
    });

  const withQueue = (): SoundChange => {
    const change = soundChange();
    protect(change.scenario, change.repository, { rules: [mergeQueue()] });
    return change;
  };

  it('is judged by every pull request in it, each about the group’s own head', async () => {
    const change = withQueue();
    const group = enqueue([change, another(change)], change.security);
    runOn(change, group.head, 'merge_group');
    const { collected, unmodelled } = await collect(change, { subject: groupOf(change, group.head), waitMinutes: 0 });
    expect([outcomes(collected).sort(), unmodelled]).toEqual([['41 allow', '42 allow'], []]);
    for (const { facts } of collected) {
      expect(facts.change).toMatchObject({ kind: 'merge_group', checked: group.head, landed: group.head });
      expect(facts.change.merge_queue).toEqual({ known: true, value: true });
    }
  });

  it('with one pull request that is not approved has one denial in it', async () => {
    const change = withQueue();
    const second = another(change);
    second.pullRequest.reviews.length = 0;
    const group = enqueue([second, change], change.security);
    runOn(change, group.head, 'merge_group');
    const { collected } = await collect(change, { subject: groupOf(change, group.head), waitMinutes: 0 });
    expect(outcomes(collected).sort()).toEqual(['41 allow', '42 deny']);
  });

  it('that has landed already is denied, and said to have landed', async () => {
    const change = withQueue();
    const group = enqueue([change], change.security);
    moveBranch(change.scenario, change.repository, 'main', group.head, change.security.id);
    runOn(change, group.head, 'merge_group');
    const { collected } = await collect(change, { subject: groupOf(change, group.head), waitMinutes: 0 });
    expect(outcomes(collected)).toEqual(['nobody deny']);
    const [only] = collected;
    if (only === undefined) throw new Error('nothing was collected');
    const unread = judge(only).decision.rules.filter(({ status }) => status === 'unknown');
    const said = unread.flatMap((rule) => remediesOf(rule, readBundle().manifest));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('has landed')]));
    expect(said.join()).not.toContain('moved while it was read');
  });

  it('with a commit that no pull request brought is denied, whatever else is in it', async () => {
    const change = withQueue();
    const group = enqueue([change], change.security);
    const extra = commitFiles(change.scenario, { files: { 'src/x.js': '' }, parents: [group.head], author: change.author });
    moveBranch(change.scenario, change.repository, group.branch, extra.oid, change.author.id);
    runOn(change, extra.oid, 'merge_group');
    const { collected } = await collect(change, { subject: groupOf(change, extra.oid), waitMinutes: 0 });
    expect(outcomes(collected).sort()).toEqual(['41 allow', 'nobody deny']);
  });
});

describe('a push to the protected branch', () => {
  const pushOf = (change: SoundChange, before: string, after: string) =>
    subjectOf('push', { repository: repositoryOf(change), ref: 'refs/heads/main', before, after });

  it.each(['squash', 'merge'] as const)('by %s is judged by the pull request that it merged', async (method) => {
    const change = soundChange();
    const before = change.repository.branches.get('main') ?? '';
    const landed = merge(change, change.security, method);
    const { collected, unmodelled } = await collect(change, { subject: pushOf(change, before, landed), waitMinutes: 0 });
    expect([outcomes(collected), unmodelled]).toEqual([['41 allow'], []]);
    for (const { facts } of collected)
      expect(facts.change).toMatchObject({ kind: 'push', landed, checked: facts.change.head.commit, base: { commit: before } });
  });

  it('that brings its own policy is judged by the one before it', async () => {
    const change = soundChange();
    push(change, change.author, { files: { '.proofrail/controls.yaml': 'nothing\n' } });
    const before = change.repository.branches.get('main') ?? '';
    const landed = merge(change, change.security);
    const { collected } = await collect(change, { subject: pushOf(change, before, landed), waitMinutes: 0 });
    for (const each of collected)
      expect(Buffer.from(each.configuration().get('controls.yaml') ?? []).toString()).toContain('protected_branches: [main]');
    expect(outcomes(collected)).toEqual(['41 deny']);
  });

  it('past every pull request is denied', async () => {
    const { scenario, repository, author, ...rest } = soundChange();
    const before = repository.branches.get('main') ?? '';
    const direct = commitFiles(scenario, { files: { 'src/x.js': '' }, parents: [before], author });
    moveBranch(scenario, repository, 'main', direct.oid, author.id);
    const change = { scenario, repository, author, ...rest };
    const { collected } = await collect(change, { subject: pushOf(change, before, direct.oid), waitMinutes: 0 });
    expect(outcomes(collected)).toEqual(['nobody deny']);
  });
});

describe('a job with an environment', () => {
  const OF_THE_JOB = { name: 'production', by: 'input' } as const;

  it('says what guards it, who let the run in, and between which times', async () => {
    const change = soundChange();
    const { scenario, repository, security, platform, runs } = change;
    addEnvironment(scenario, repository, 'production', {
      reviewers: [security, platform].map(({ id }) => ({ type: 'User', id })),
      preventSelfReview: true,
      adminsBypass: false,
      waitMinutes: 10,
      branches: 'protected',
    });
    for (const job of runs.gate.jobs) job.status = 'waiting';
    approveDeployment(scenario, runs.gate, 'production', security);
    deployTo(repository, runs.gate, 'production');
    const { collected, unmodelled } = await collect(change, { environment: OF_THE_JOB, waitMinutes: 0 });
    const [job] = runs.gate.jobs;
    const person = { known: true, value: String(change.author.id) };
    expect(unmodelled).toEqual([]);
    expect(collected.map(({ facts }) => facts.environment)).toEqual([
      {
        name: 'production',
        required_reviewers: { known: true, value: 2 },
        prevent_self_review: { known: true, value: true },
        admins_bypass: { known: true, value: false },
        wait_minutes: { known: true, value: 10 },
        branches: { known: true, value: 'protected' },
        approvals: {
          known: true,
          value: {
            items: [
              {
                person: String(security.id),
                state: 'approved',
                not_before: job?.createdAt.toISOString().replace(/\.\d+Z/, '.000Z'),
                not_after: job?.startedAt.toISOString().replace(/\.\d+Z/, '.000Z'),
              },
            ],
            total: 1,
          },
        },
        decision: { known: false, why: 'absent' },
        deployer: person,
        triggered_by: person,
      },
    ]);
  });
});

describe('a step that names an environment', () => {
  const claim = { environment: { name: 'production', by: 'input' }, waitMinutes: 0 } as const;

  it.each([
    ['another', 'staging'],
    ['none', null],
  ])('ends there if its job has %s: it could name one with more guards than its own', async (_, own) => {
    const change = soundChange();
    addEnvironment(change.scenario, change.repository, 'production');
    if (own !== null) deployTo(change.repository, change.runs.gate, own);
    deployTo(change.repository, change.runs.test, 'production'); // another run’s
    await expect(collect(change, claim)).rejects.toMatchObject({ code: 'environment/not-of-this-job', outcome: 'invalid' });
  });

  it('learns nothing of it where the token cannot look its job up', async () => {
    const change = soundChange({
      scopes: Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== 'checks')),
    });
    addEnvironment(change.scenario, change.repository, 'production');
    deployTo(change.repository, change.runs.gate, 'production');
    const { collected } = await collect(change, claim);
    expect(collected[0]?.facts.environment).toMatchObject({ wait_minutes: { known: false, why: 'forbidden' } });
    expect(collected[0]?.missing.map(({ permission }) => permission)).toContain('checks');
  });
});

describe('an event that is not for the gate', () => {
  it.each(['issue_comment', 'pull_request_target'])('is refused by name: %s', async (event) => {
    const change = soundChange();
    const subject = subjectOf(event, { repository: repositoryOf(change) });
    await expect(collect(change, { subject })).rejects.toMatchObject({ code: 'event/unsupported', outcome: 'invalid' });
  });

  it('is refused when it is another repository’s', async () => {
    const change = soundChange();
    const subject = subjectOf('pull_request', { repository: { ...repositoryOf(change), id: 1 }, pull_request: { number: 41 } });
    await expect(collect(change, { subject })).rejects.toMatchObject({ code: 'event/other-repository', outcome: 'invalid' });
  });
});
