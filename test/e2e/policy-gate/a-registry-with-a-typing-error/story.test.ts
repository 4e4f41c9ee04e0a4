import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a control registry with a typing error, on Node %i', (node) => {
  it('is an error with file, line and column, never a smaller demand', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    const text = change.configuration['controls/iso27001.yaml']?.replace('approvals:', 'aprovals:') ?? '';
    const run = await runGate(
      workspace,
      { ...change, configuration: { ...change.configuration, 'controls/iso27001.yaml': text } },
      node,
    );
    expect(run.exitCode).toBe(2);
    expect(run.annotations[0]?.message).toMatch(/controls\/iso27001\.yaml:5:\d+/);
    expect(run.outputs).toEqual({});
    // Otherwise breaking the configuration would be the way to leave no trace.
    expect(kindsOf(ledgerRecords(workspace))).toEqual(['run.intent', 'policy.decision']);
  });
});
