import { expect, it } from '@jest/globals';
import { push } from '@proofrail/testkit';
import { approveAgain, runAgain } from '../../../github/run-again.ts';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

it('nobody has reviewed it yet: what to do first is to ask for that, and not to have an approval dismissed', async () => {
  const change = soundChange();
  change.pullRequest.reviews.length = 0;
  const run = await gateOnGitHub(change);
  expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
  expect(run.summary).toContain('**Do this first:** Ask people who did not work on this change for a review');
  expect(run.summary).not.toContain('dismissed');
});

it('a commit whose address belongs to no account: what to do first is to link the address', async () => {
  const change = soundChange();
  push(change, change.author, { authorEmail: 'nobody@elsewhere.example' });
  runAgain(change);
  approveAgain(change);
  const run = await gateOnGitHub(change);
  expect([run.exitCode, run.outcome]).toEqual([1, 'deny']);
  expect(run.summary).toContain('**Do this first:** Link the e-mail address of the commit to an account');
  expect(run.summary).not.toContain('does not prove');
});
