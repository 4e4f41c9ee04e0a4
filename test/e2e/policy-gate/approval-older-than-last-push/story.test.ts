import { expect, it } from '@jest/globals';
import { push } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

it('an approval older than the last push does not count, so two approvals are two too few', async () => {
  const change = soundChange();
  push(change, change.author);
  const run = await gateOnGitHub(change);
  expect(run.exitCode).toBe(1);
  expect(brokenRules(run.summary)).toContain('approvals.fresh');
  expect(brokenRules(run.summary)).toContain('approvals.quorum');
  expect(run.annotations.map(({ title }) => title).join()).toContain('approvals.fresh');
  // Whoever reads this has to know whom to ask again, and the reasons name nobody.
  expect(run.summary).toMatch(/- person-\d+ is account <code>10302259<\/code> \(platform\)/);
});
