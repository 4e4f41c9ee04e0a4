import { expect, it } from '@jest/globals';
import { commitFiles, enqueue, mergeQueue, moveBranch, protect } from '@proofrail/testkit';
import { another, runOn } from '../../../github/more-changes.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, onMergeGroup } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';

it('each pull request of a merge group is judged and recorded, and a commit that none brought denies them all', async () => {
  const change = soundChange();
  protect(change.scenario, change.repository, { rules: [mergeQueue()] });
  const group = enqueue([change, another(change)], change.security);
  runOn(change, group.head, 'merge_group');
  const sound = await gateOnGitHub(change, { event: onMergeGroup(change, group.head) });
  expect([sound.exitCode, sound.outcome]).toEqual([0, 'allow']);
  expect(kindsOf(sound.records).filter((kind) => kind === 'policy.decision')).toHaveLength(2);
  expect(sound.summary).toMatch(/^# ✅ Allowed: 2 changes/);
  expect(sound.summary).toContain('stream <code>778812345</code>');

  const { scenario, repository, author } = change;
  const extra = commitFiles(scenario, { files: { 'src/x.js': '' }, parents: [group.head], author }).oid;
  moveBranch(scenario, repository, group.branch, extra, author.id);
  runOn(change, extra, 'merge_group');
  const mixed = await gateOnGitHub(change, { event: onMergeGroup(change, extra) });
  expect([mixed.exitCode, mixed.outcome]).toEqual([1, 'deny']);
  expect(mixed.summary).toContain(`## Commit ${extra}, which no pull request brought`);
});
