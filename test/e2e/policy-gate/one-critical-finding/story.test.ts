import { expect, it } from '@jest/globals';
import { withReport } from '../../../github/on-new-head.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { sarif } from '../../material/sarif.ts';

it('one critical finding is enough to deny', async () => {
  const finding = { rule: 'sql-injection', message: 'user input in a query', severity: 9.8, file: 'src/refunds.ts', line: 42 };
  const run = await gateOnGitHub(withReport(soundChange(), 'codeql', sarif('CodeQL', [finding])));
  expect([run.exitCode, run.outcome, brokenRules(run.summary)]).toEqual([1, 'deny', ['scans.threshold']]);
});
