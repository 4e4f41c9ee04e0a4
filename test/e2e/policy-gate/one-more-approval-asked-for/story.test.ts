import { expect, it } from '@jest/globals';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { brokenRules } from '../../material/rule-status.ts';

it('a registry that asks for three approvals instead of two is all it takes to deny the change that passed', async () => {
  const controls = CONTROLS.replace('approvals: {min: 2', 'approvals: {min: 3');
  const run = await gateOnGitHub(soundChange({ files: { '.proofrail/controls.yaml': controls } }));
  expect(run.exitCode).toBe(1);
  expect(brokenRules(run.summary)).toContain('approvals.quorum');
});
