import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('facts on standard input, on Node %i', (node) => {
  it('are judged like those of a file', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    const run = await runGate(workspace, change, node, { inputs: { facts: '-' }, standardInput: JSON.stringify(change.facts) });
    expect(run.exitCode).toBe(0);
  });

  it('that never come are an error', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, soundChange(), node, { inputs: { facts: '-' } });
    expect(run.exitCode).toBe(2);
  });
});
