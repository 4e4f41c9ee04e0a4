import { describe, expect, it } from '@jest/globals';
import { NODES, startArtifactService } from '@proofrail/testkit';
import { deploymentInputs } from '../../material/deployment.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('the receipt as an artifact of the run, on Node %i', (node) => {
  it('lies beside the report that the workflow named', async () => {
    using workspace = new Workspace();
    const service = await startArtifactService();
    const artifact = { 'artifact-name': 'evidence', 'artifact-files': workspace.write('out/report.json', '{"outcome":"allow"}') };
    const run = await runStep(
      workspace,
      'record-evidence',
      node,
      { ...deploymentInputs(workspace), ...artifact },
      service.environment,
    );
    await service.close();
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const zip = service.artifacts.get('evidence');
    expect([zip?.includes('report.json'), zip?.includes('receipt-')]).toEqual([true, true]);
  });

  it('that the platform refuses turns the step red, and the record stays', async () => {
    using workspace = new Workspace();
    const service = await startArtifactService({ refuse: 403 });
    const run = await runStep(
      workspace,
      'record-evidence',
      node,
      { ...deploymentInputs(workspace), 'artifact-name': 'evidence' },
      service.environment,
    );
    await service.close();
    expect([run.exitCode, run.annotations.at(-1)?.title]).toEqual([3, 'artifact/upload']);
    expect(ledgerRecords(workspace)).toHaveLength(1);
  });

  it('is not begun when a file for it is missing: nothing is recorded either', async () => {
    using workspace = new Workspace();
    const artifact = { 'artifact-name': 'evidence', 'artifact-files': 'no-such-report.json' };
    const run = await runStep(workspace, 'record-evidence', node, { ...deploymentInputs(workspace), ...artifact });
    expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'file/absent']);
    expect(ledgerRecords(workspace)).toEqual([]);
  });

  it('loads its client only when it is asked for', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace), {
      ACTIONS_RESULTS_URL: '',
      ACTIONS_RUNTIME_TOKEN: '',
    });
    expect(run.exitCode).toBe(0);
  });
});
