import { expect, it } from '@jest/globals';
import { enqueue, mergeQueue, moveBranch, protect, PULL_REQUEST_RULE, retarget } from '@proofrail/testkit';
import { collect, judge } from './collecting.ts';
import { runOn } from './more-changes.ts';
import { asTheQueueAsks } from './queued.ts';
import { demand } from './registry.ts';
import { approveAgain } from './run-again.ts';
import { soundChange } from './sound-change.ts';

it('is not judged by the branch that one of its pull requests was pointed at while it waited: the group goes into another', async () => {
  const change = soundChange();
  const { scenario, repository, author, security } = change;
  protect(scenario, repository, { rules: [mergeQueue()] });
  demand(change, 'protected_branches: [main]', 'protected_branches: [main, release]');
  moveBranch(scenario, repository, 'release', repository.branches.get('main') ?? '', author.id);
  protect(scenario, repository, { include: ['refs/heads/release'], rules: [{ type: 'creation' }, PULL_REQUEST_RULE] });
  demand(change, '{min: 2, roles: [security, platform],', '{min: 3, roles: [security, platform],');
  const group = enqueue([change], security);
  runOn(change, group.head, 'merge_group');
  const ending = async () => {
    const { collected } = await collect(change, { ...asTheQueueAsks(change), waitMinutes: 0 });
    return collected
      .map((each) => judge(each).decision)
      .map(({ outcome, rules }) => [outcome, rules.flatMap(({ reasons }) => reasons)]);
  };
  expect(await ending()).toEqual([['deny', expect.anything()]]);
  retarget(change, 'release', author);
  approveAgain(change);
  expect(await ending()).toEqual([['deny', expect.arrayContaining([expect.objectContaining({ code: 'unknown' })])]]);
});
