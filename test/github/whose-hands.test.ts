import { describe, expect, it } from '@jest/globals';
import { addPerson, addRepository, approve, merge, moveBranch, push, type SoundChange } from '@proofrail/testkit';
import { collect, type CollectOptions } from './collecting.ts';
import { asThePushTells } from './queued.ts';
import { soundChange } from './sound-change.ts';

const handsIn = async (change: SoundChange, options: CollectOptions = {}) => {
  const { collected } = await collect(change, { ...options, waitMinutes: 0 });
  return collected.map(({ facts }) => facts.contributors);
};
const people = (unidentified: number, ...those: readonly SoundChange['author'][]) => {
  const ids = those.map(({ id }) => String(id)).sort();
  return [{ known: true, value: { people: ids, unidentified, total: ids.length + unidentified } }];
};
const byGitHub = { state: 'VALID', signer: null, byGitHub: true } as const;

describe('the hands in a change are', () => {
  it('co-authors, as GitHub itself knows them', async () => {
    const change = soundChange();
    const { author, security } = change;
    push(change, author, { message: `x\n\nCo-authored-by: Sam <${security.emails[0]}>` });
    expect(await handsIn(change)).toEqual(people(0, author, security));
  });

  it('committers, and not GitHub where its signature says that it was GitHub', async () => {
    const change = soundChange();
    const { author, scenario, repository, bystander } = change;
    const github = addPerson(scenario, repository, 'web-flow', { id: 19_864_447, access: 'none' });
    push(change, author, { committer: github, signature: byGitHub });
    expect(await handsIn(change)).toEqual(people(0, author));
    push(change, author, { committer: github });
    expect(await handsIn(change)).toEqual(people(0, author, github));
    push(change, author, { committer: bystander, signature: byGitHub });
    expect(await handsIn(change)).toEqual(people(0, author, github, bystander));
  });

  it('whoever pushed, whatever the commits say', async () => {
    const change = soundChange();
    push(change, change.author, { by: change.bystander });
    expect(await handsIn(change)).toEqual(people(0, change.author, change.bystander));
  });

  it('those whom nobody can name, each counted once', async () => {
    const change = soundChange();
    for (const authorEmail of ['x@elsewhere.example', 'x@elsewhere.example', 'y@elsewhere.example'])
      push(change, change.author, { authorEmail });
    expect(await handsIn(change)).toEqual(people(2, change.author));
  });

  it('the person who set off a machine’s change, and not one who only reviewed it', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest, author, security, runs } = change;
    const agent = addPerson(scenario, repository, 'agent[bot]', { id: 30_000_001, kind: 'Bot' });
    pullRequest.author = agent.id;
    runs.gate.actor = security.id;
    expect(await handsIn(change)).toEqual(people(0, author, agent, security));
    Object.assign(runs.gate, { event: 'pull_request_review' });
    expect(await handsIn(change)).toEqual(people(0, author, agent));
  });

  it('that person after the merge, too, whoever merged it; unknown where the runs that would say so are gone', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest, author, security, platform, bystander, runs } = change;
    const agent = addPerson(scenario, repository, 'agent[bot]', { id: 30_000_001, kind: 'Bot' });
    pullRequest.author = agent.id;
    runs.test.actor = security.id;
    Object.assign(runs.gate, { event: 'push', actor: bystander.id });
    merge(change, platform);
    expect(await handsIn(change, asThePushTells(change))).toEqual(people(0, author, agent, security));
    for (const run of [runs.test, runs.scan]) Object.assign(run, { event: 'push' });
    expect(await handsIn(change, asThePushTells(change))).toEqual([{ known: false, why: 'absent' }]);
  });

  it('unknown where a fork does not show who pushed to it', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest, author } = change;
    addPerson(scenario, repository, 'mallory', { access: 'none' });
    const fork = addRepository(scenario, { owner: 'mallory', name: 'refunds', parent: repository, visibility: 'private' });
    moveBranch(scenario, fork, pullRequest.head.branch, pullRequest.head.commit, author.id);
    pullRequest.head = { ...pullRequest.head, repository: fork.id };
    const { collected } = await collect(change, { waitMinutes: 0 });
    const forbidden = { known: false, why: 'forbidden' };
    expect(collected.map(({ facts }) => [facts.contributors, facts.change.last_push])).toEqual([[forbidden, forbidden]]);
    fork.visibility = 'public';
    expect(await handsIn(change)).toEqual(people(0, author));
  });

  it('unknown where the fork is gone', async () => {
    const change = soundChange();
    change.pullRequest.head = { ...change.pullRequest.head, repository: null };
    const { collected } = await collect(change, { waitMinutes: 0 });
    expect(collected.map(({ facts }) => [facts.contributors.known, facts.change.head.repository_id])).toEqual([[false, '0']]);
  });
});

describe('an approval by an account that was deleted', () => {
  it('is no approval', async () => {
    const change = soundChange();
    change.pullRequest.reviews.length = 0;
    const given = approve(change, change.security);
    Object.assign(given, { author: null });
    const { collected } = await collect(change, { waitMinutes: 0 });
    expect(collected.map(({ facts }) => facts.reviews)).toMatchObject([
      { value: { items: [{ person: '0', state: 'commented' }] } },
    ]);
    expect(collected.map(({ facts }) => facts.accounts.map(({ id }) => id))).not.toContainEqual(expect.arrayContaining(['0']));
  });
});
