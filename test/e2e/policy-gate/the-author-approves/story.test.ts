import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { ADA, approval, EDSGER, GRACE, soundChange, withFacts } from '../../material/change.ts';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

// Ada wrote the change. Two others approved it, and so did she: an approval too many is one too many.
describe.each(NODES)('the author approves as well, on Node %i', (node) => {
  it('is denied, although there were approvals enough', async () => {
    using workspace = new Workspace();
    const items = [approval(GRACE, 60), approval(EDSGER, 50), approval(ADA, 40)];
    const run = await runGate(
      workspace,
      withFacts(soundChange(), { reviews: { known: true, value: { items, total: 3 } } }),
      node,
    );
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toEqual(['approvals.no-self-approval']);
    expect(run.outputs['outcome']).toBe('deny');
    expect(kindsOf(ledgerRecords(workspace))).toContain('policy.decision');
  });
});
