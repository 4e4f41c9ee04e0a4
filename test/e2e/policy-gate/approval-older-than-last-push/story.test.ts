import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { ADA, minutesAgo, soundChange, withFacts } from '../../material/change.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

// Grace approved 60 and Edsger 50 minutes ago. Ada pushed again 55 minutes ago.
describe.each(NODES)('an approval older than the last push, on Node %i', (node) => {
  it('does not count, so two approvals are one too few', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    const lastPush = { known: true, value: { at: minutesAgo(55), person: ADA } } as const;
    const run = await runGate(workspace, withFacts(change, { change: { ...change.facts.change, last_push: lastPush } }), node);
    expect(run.exitCode).toBe(1);
    expect(brokenRules(run.summary)).toContain('approvals.fresh');
    expect(brokenRules(run.summary)).toContain('approvals.quorum');
    expect(run.annotations.map(({ title }) => title).join()).toContain('approvals.fresh');
  });
});
