import { expect, it } from '@jest/globals';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';

it('a ledger that cannot be written stops a change that every rule would have let through, and claims no outcome', async () => {
  const run = await gateOnGitHub(soundChange(), { inputs: { ledger: 'file:/proc/1/ledger' } });
  expect([run.exitCode, run.outputs]).toEqual([3, {}]);
  expect(run.summary).toContain('**Do this:**');
  expect(run.summary).not.toContain('Allowed');
});
