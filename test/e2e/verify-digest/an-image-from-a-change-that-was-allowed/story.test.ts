import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { HEAD } from '../../material/change.ts';
import { release, verifyInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('an image from a change that was allowed, on Node %s', (node) => {
  it('may be deployed, and the page says from which commit it comes and that facts were given', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const run = await runStep(workspace, 'verify-digest', node, verifyInputs(workspace));
    expect({ code: run.exitCode, stderr: run.stderr, outcome: run.outputs['outcome'] }).toEqual({
      code: 0,
      stderr: '',
      outcome: 'allow',
    });
    expect(run.summary).toMatch(/^## ✅ Verified: 1 image/);
    expect(run.summary).toContain(HEAD);
    expect(run.summary).toContain('facts given, not read');
    expect(JSON.parse(run.outputs['images'] ?? '')).toMatchObject([{ outcome: 'allow', commit: HEAD }]);
  });

  it('may not, unless the workflow accepts facts that were handed over', async () => {
    using workspace = new Workspace();
    await release(workspace, node);
    const run = await runStep(workspace, 'verify-digest', node, { ...verifyInputs(workspace), 'accept-given': 'false' });
    expect(run.exitCode).toBe(1);
    expect(JSON.parse(run.outputs['images'] ?? '')).toMatchObject([{ outcome: 'deny', code: 'image/facts-given' }]);
  });
});
