import { expect, it } from '@jest/globals';
import { aLargeChange } from '../../../github/a-large-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules, ruleStatuses } from '../../material/rule-status.ts';

it('a change of 4,000 files is denied because nobody saw all of them, not judged by those that GitHub lists', async () => {
  const run = await gateOnGitHub(aLargeChange({ commits: 2, files: 4_000, reviews: 2, checks: 4 }));
  expect([run.exitCode, run.outcome, run.stderr]).toEqual([1, 'deny', '']);
  const rules = ['approvals.elevated', 'images.digest-only']; // those that read files
  expect(brokenRules(run.summary)).toEqual(rules);
  expect(rules.map((rule) => ruleStatuses(run.summary)[rule])).toEqual(['unknown', 'unknown']);
  expect(run.summary).toContain('**Do this first:** Split the change');
  for (const rule of rules) expect(run.stdout).toMatch(new RegExp(`^unknown +enforce +${rule}: .*truncated`, 'm'));
});
