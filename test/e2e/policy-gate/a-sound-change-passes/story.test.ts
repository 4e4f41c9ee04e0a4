import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { soundChange } from '../../../github/sound-change.ts';
import { gateOnGitHub } from '../../material/gate-on-github.ts';
import { kindsOf } from '../../material/ledger-records.ts';
import { brokenRules } from '../../material/rule-status.ts';

// Two people who have no hand in the change approved its newest commit; its scanners ran there and found nothing.
describe.each(NODES)('a sound change, on Node %s', (node) => {
  it('passes on what GitHub says, and leaves intent before decision, its scans and its approvals in the ledger', async () => {
    const run = await gateOnGitHub(soundChange(), { node });
    expect({ code: run.exitCode, broken: brokenRules(run.summary), stderr: run.stderr }).toEqual({
      code: 0,
      broken: [],
      stderr: '',
    });
    expect(run.outcome).toBe('allow');
    expect(run.outputs['decision-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(run.summary).toMatch(/^## ✅ Allowed/);
    expect(run.summary).not.toContain('facts given');
    expect(run.summary).toContain('but not retained: GitHub deletes this after 90 days');
    expect(run.summary).toContain('stream <code>778812345-pr</code>');
    expect(run.summary).toContain('but not retained: GitHub deletes this after 90 days');
    expect(kindsOf(run.records).sort()).toEqual([
      'change.approval',
      'policy.decision',
      'run.intent',
      'scan.result',
      'scan.result',
    ]);
    expect(kindsOf(run.records)[0]).toBe('run.intent');

    // Later steps are told where the proof is, in six fields for each control.
    const facts = JSON.parse(run.outputs['evidence-json'] ?? '') as Record<string, unknown>[];
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts)
      expect(Object.keys(fact).sort()).toEqual([
        'approvals',
        'artifact_digest',
        'commit',
        'control_id',
        'pipeline_run',
        'timestamp',
      ]);
  });
});
