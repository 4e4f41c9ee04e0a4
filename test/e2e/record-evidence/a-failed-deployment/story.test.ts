import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { HEAD } from '../../material/change.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { deploymentInputs } from '../../material/deployment.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a failed deployment, on Node %s', (node) => {
  it('is evidence like one that succeeded, and the step itself is green', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'record-evidence', node, { ...deploymentInputs(workspace), status: 'failure' });
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const [record] = ledgerRecords(workspace);
    expect(record?.predicate).toMatchObject({
      environment: 'production',
      status: 'failed',
      evidence: { outcome: 'fail', facts: 'given', commit_sha: HEAD },
    });
    expect(run.outputs['record-digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(run.summary).toContain('facts given, not read');
  });

  it('says nothing about scans: what would be left out of the record is refused', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'record-evidence', node, { ...deploymentInputs(workspace), report: 'semgrep.sarif' });
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'input/not-for-this-kind']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });
});
