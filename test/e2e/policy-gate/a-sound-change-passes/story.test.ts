import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../material/change.ts';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { brokenRules } from '../../material/rule-status.ts';
import { runGate } from '../../material/run-gate.ts';
import { Workspace } from '../../material/workspace.ts';

// Two people who have no hand in the change approved its newest commit; three scanners ran and found nothing; the image is named by digest.
describe.each(NODES)('a sound change, on Node %i', (node) => {
  it('passes, and leaves intent before decision, its scans and its approvals in the ledger', async () => {
    using workspace = new Workspace();
    const run = await runGate(workspace, soundChange(), node);
    expect({ code: run.exitCode, broken: brokenRules(run.summary), stderr: run.stderr }).toEqual({
      code: 0,
      broken: [],
      stderr: '',
    });
    expect(run.outputs['outcome']).toBe('allow');
    expect(run.outputs['decision-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(run.summary).toMatch(/^## ✅ Allowed/);
    expect(run.summary).toContain('facts given, not read');
    expect(run.summary).toContain('but not retained: GitHub deletes this after 90 days');
    const kinds = kindsOf(ledgerRecords(workspace));
    expect(kinds[0]).toBe('run.intent');
    expect(kinds.filter((kind) => kind === 'policy.decision')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'scan.result')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'change.approval').length).toBeGreaterThan(0);
  });

  it('tells later steps where the proof is, in six fields for each control', async () => {
    using workspace = new Workspace();
    const { outputs } = await runGate(workspace, soundChange(), node);
    const facts = JSON.parse(outputs['evidence-json'] ?? '') as Record<string, unknown>[];
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) {
      expect(Object.keys(fact).sort()).toEqual([
        'approvals',
        'artifact_digest',
        'commit',
        'control_id',
        'pipeline_run',
        'timestamp',
      ]);
    }
  });
});
