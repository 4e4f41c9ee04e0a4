import { expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub, onPullRequest } from '../../material/gate-on-github.ts';

const DEPENDABOT = 49699333;

it('a run of Dependabot’s decides and writes nothing, and says when the evidence is written', async () => {
  const change = soundChange();
  const { name, payload } = onPullRequest(change);
  const pull_request = { ...(payload as { pull_request: object }).pull_request, user: { id: DEPENDABOT } };
  const run = await gateOnGitHub(change, { event: { name, payload: { ...payload, pull_request } } });
  expect([run.exitCode, run.outcome, run.records]).toEqual([0, 'allow', []]);
  expect(run.outputs).not.toHaveProperty('receipt');
  expect(run.summary).toContain('Its evidence is written at merge.');
});
