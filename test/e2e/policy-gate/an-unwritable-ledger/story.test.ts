import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a ledger that cannot be written, on Node %i', (node) => {
  it('stops a change that every rule would have let through, and claims no outcome', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, soundChange(), node, { inputs: { ledger: 'file:/proc/1/ledger' } });
    expect(run.exitCode).toBe(3);
    expect(run.outputs).toEqual({});
    expect(run.summary).toContain('**Do this:**');
    expect(run.summary).not.toContain('Allowed');
  });
});
