import { expect, it } from '@jest/globals';
import { approve } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';
import { brokenRules } from '../../material/rule-status.ts';

// Two others approved the change, and so did its author: an approval too many is one too many.
it('an author who approves as well is denied, although there were approvals enough', async () => {
  const change = soundChange();
  approve(change, change.author);
  const run = await gateOnGitHub(change);
  expect([run.exitCode, run.outcome, brokenRules(run.summary)]).toEqual([1, 'deny', ['approvals.no-self-approval']]);
  expect(kindsOf(run.records)).toContain('policy.decision');
});
