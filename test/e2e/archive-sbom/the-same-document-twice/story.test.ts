import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { readdirSync } from 'node:fs';
import { kindsOf, ledgerRecords } from '../../material/ledger-records.ts';
import { archiveInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('the same document archived twice, on Node %s', (node) => {
  it('is stored once and recorded twice', async () => {
    using workspace = new Workspace();
    const first = await runStep(workspace, 'archive-sbom', node, archiveInputs(workspace));
    const second = await runStep(workspace, 'archive-sbom', node, archiveInputs(workspace));
    expect([first.exitCode, second.exitCode, first.stderr + second.stderr]).toEqual([0, 0, '']);
    expect(first.outputs['components']).toBe('1');
    expect(first.outputs['sbom-digest']).toBe(second.outputs['sbom-digest']);
    expect(readdirSync(workspace.path('ledger/v1/blobs/700001'))).toHaveLength(1);
    expect(kindsOf(ledgerRecords(workspace))).toEqual(['sbom', 'sbom']);
  });
});
