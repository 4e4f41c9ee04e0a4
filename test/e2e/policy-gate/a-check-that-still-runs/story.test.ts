import { expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { ruleStatuses } from '../../material/rule-status.ts';
import { isLook, routesOf, running } from './running.ts';

// A gate that does wait is in fifteen-seconds.test.ts.
it('a required check that runs when nobody waits is unknown because it is pending, and costs no call more', async () => {
  const run = await gateOnGitHub(running().change, { inputs: { 'wait-minutes': '0' } });
  expect([run.exitCode, run.outcome, ruleStatuses(run.summary)['checks.required']]).toEqual([1, 'deny', 'unknown']);
  expect(run.summary).toContain('pending');
  expect(run.calls.filter(isLook)).toEqual([]);
  expect(routesOf(run.calls)).toEqual(routesOf((await gateOnGitHub(soundChange())).calls));
});
