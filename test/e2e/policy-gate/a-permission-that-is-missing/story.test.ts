import { describe, expect, it } from '@jest/globals';
import { addPerson, addRepository, DECIDE_SCOPES, moveBranch } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

const without = (scope: string) => ({
  scopes: Object.fromEntries(Object.entries(DECIDE_SCOPES).filter(([name]) => name !== scope)),
});

describe('a permission that the job lacks', () => {
  it('denies, and the page and an error have the very lines that grant it', async () => {
    const run = await gateOnGitHub(soundChange(without('checks')));
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
    expect(run.summary).toContain('```yaml\npermissions:\n  checks: read\n  statuses: read\n```');
    const named = run.annotations.find(({ title }) => title === 'permission/missing: checks');
    expect(named?.message).toContain('"permissions: {checks: read}"');
  });

  it.each([
    ['statuses', ['checks', 'statuses']], // GitHub answers for both at once
    ['actions', ['actions']],
  ])('without %s names what is needed, and accuses no other', async (scope, named) => {
    const run = await gateOnGitHub(soundChange(without(scope)));
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
    const titles = run.annotations.flatMap(({ title }) => /^permission\/missing: (.+)$/.exec(title ?? '')?.[1] ?? []);
    expect(titles).toEqual(named);
  });

  it('is not what keeps a private fork from showing who pushed to it', async () => {
    const change = soundChange();
    const { scenario, repository, pullRequest } = change;
    repository.visibility = 'private';
    const mallory = addPerson(scenario, repository, 'mallory', { access: 'none' });
    const fork = addRepository(scenario, { owner: 'mallory', name: 'refunds', parent: repository, visibility: 'private' });
    moveBranch(scenario, fork, pullRequest.head.branch, pullRequest.head.commit, mallory.id);
    pullRequest.head = { ...pullRequest.head, repository: fork.id };
    const run = await gateOnGitHub(change);
    expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
    expect(run.annotations.filter(({ title }) => title?.startsWith('permission/missing'))).toEqual([]);
    expect(run.summary).toContain('push the branch to this repository');
  });

  it('ends in unavailable where without it nobody knows what the change is, and says so too', async () => {
    const run = await gateOnGitHub(soundChange(without('pull-requests')));
    expect([run.exitCode, run.outputs]).toEqual([3, {}]);
    expect(run.annotations[0]?.message).toContain('"permissions: {pull-requests: read}"');
    expect(run.summary).toContain('pull-requests&#58; read'); // as the page shows it: "pull-requests: read"
  });
});
