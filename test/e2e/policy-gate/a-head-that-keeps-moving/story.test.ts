import { expect, it } from '@jest/globals';
import { push } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { ruleStatuses } from '../../material/rule-status.ts';

it('a head that moves whenever it has been read is read three times, and then denied because it moved', async () => {
  const change = soundChange();
  const run = await gateOnGitHub(change, {
    prepare: (github) =>
      github.inject(({ route }) => route.endsWith('/files'), {
        kind: 'mutate',
        change: (_call, body) => (push(change, change.author), body),
      }),
  });
  expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
  expect(run.calls.filter(({ route }) => route.endsWith('/files'))).toHaveLength(3);
  expect(ruleStatuses(run.summary)['approvals.quorum']).toBe('unknown');
  expect(run.summary).toContain('moved');
});
