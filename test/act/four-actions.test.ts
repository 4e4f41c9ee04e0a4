import { chmodSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { enqueue, mergeQueue, protect } from '@proofrail/testkit';
import { onMergeGroup } from '../e2e/material/gate-on-github.ts';
import { kindsOf, ledgerRecords } from '../e2e/material/ledger-records.ts';
import { cyclonedx } from '../e2e/material/sbom.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { runOn } from '../github/more-changes.ts';
import { soundChange } from '../github/sound-change.ts';
import { actOnGitHub } from './act-on-github.ts';
import { describeAct } from './describe-act.ts';

/** Stored side by side: which of them comes first is nobody's promise. */
const FACTS = new Set(['change.approval', 'scan.result']);

describeAct('the four actions in one workflow, on act', (act) => {
  it('go hand in hand: what one of them says is what the next one is told', async () => {
    using workspace = new Workspace();
    const change = soundChange();
    protect(change.scenario, change.repository, { rules: [mergeQueue()] });
    const group = enqueue([change], change.security);
    runOn(change, group.head, 'merge_group');
    const key = workspace.path(workspace.write('proofrail.key', workspace.signingKey));
    chmodSync(key, 0o600);
    const run = await actOnGitHub(change, {
      act,
      workspace,
      workflow: 'test/act/four-actions.yml',
      event: onMergeGroup(change, group.head),
      files: { 'sbom.cdx.json': cyclonedx() },
      secrets: { PROOFRAIL_KEY: key },
      variables: { LEDGER: `file:${workspace.path('ledger')}`, TRUST: workspace.path(workspace.trustFile()) },
    });
    expect([run.exitCode, run.jobs]).toEqual([0, { release: 'success', announce: 'success' }]);
    expect(run.outputs('release', 'gate')).toMatchObject({ outcome: 'allow' });
    expect(run.outputs('release', 'sbom')).toMatchObject({ components: '1' });
    expect(JSON.parse(run.outputs('release', 'verified')['images'] ?? '')).toMatchObject([
      { outcome: 'allow', commit: change.pullRequest.head.commit },
    ]);
    const { 'record-digest': record } = run.outputs('release', 'deployed');
    expect(run.outputs('announce', 'told')).toEqual({ record });

    expect(run.log).toContain('Artifact release successfully finalized');
    const kinds = kindsOf(ledgerRecords(workspace));
    expect(kinds.filter((kind) => !FACTS.has(kind))).toEqual(['run.intent', 'policy.decision', 'sbom', 'deployment']);
    expect(kinds.slice(1, 4).sort()).toEqual(['change.approval', 'scan.result', 'scan.result']);
  });
});
