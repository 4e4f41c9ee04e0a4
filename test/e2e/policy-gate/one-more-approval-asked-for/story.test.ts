import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('the registry asks for three approvals instead of two, on Node %i', (node) => {
  it('is all it takes to deny the change that passed', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    const text = change.configuration['controls/iso27001.yaml']?.replace('min: 2', 'min: 3') ?? '';
    const run = await runGate(
      workspace,
      { ...change, configuration: { ...change.configuration, 'controls/iso27001.yaml': text } },
      node,
    );
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toContain('approvals.quorum');
  });
});
