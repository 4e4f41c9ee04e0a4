import { expect, it } from '@jest/globals';
import { CONTROLS, soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';

it('a control registry with a typing error is an error with file, line and column, never a smaller demand', async () => {
  const controls = CONTROLS.replace('approvals: {min', 'aprovals: {min');
  const run = await gateOnGitHub(soundChange({ files: { '.proofrail/controls.yaml': controls } }));
  expect(run.exitCode).toBe(2);
  expect(run.annotations[0]?.message).toMatch(/controls\.yaml:11:\d+/);
  expect(run.outputs).toEqual({});
  // Otherwise breaking the configuration would be the way to leave no trace.
  expect(kindsOf(run.records)).toEqual(['run.intent', 'policy.decision']);
});
