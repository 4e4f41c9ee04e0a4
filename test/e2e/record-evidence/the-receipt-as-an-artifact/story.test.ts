import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NODES, startArtifactService } from '@proofrail/testkit';
import { HEAD } from '../../material/change.ts';
import { deploymentInputs, scanInputs } from '../../material/deployment.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

const LOG_KEY = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));

/** `policy.decision` is shown where a decision is handed on: in the story of the two jobs. */
const KINDS: Readonly<Record<string, (workspace: Workspace) => Readonly<Record<string, string>>>> = {
  deployment: deploymentInputs,
  'scan.result': (workspace) => scanInputs(workspace, 'm'),
  'run.intent': ({ signingKey }) => ({ kind: 'run.intent', ledger: 'file:./ledger', 'signing-key': signingKey, commit: HEAD }),
  'ledger.checkpoint': () => ({
    kind: 'ledger.checkpoint',
    ledger: 'file:./ledger',
    'log-key': LOG_KEY,
    origin: 'example.org/evidence',
  }),
};

describe.each(NODES)('the receipt as an artifact of the run, on Node %s', (node) => {
  it.each(Object.entries(KINDS))('lies beside the report that the workflow named: %s', async (kind, inputsIn) => {
    using workspace = new Workspace();
    if (kind === 'ledger.checkpoint') await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace)); // what it seals
    const service = await startArtifactService();
    const artifact = { 'artifact-name': 'evidence', 'artifact-files': workspace.write('out/report.json', '{"outcome":"allow"}') };
    const run = await runStep(workspace, 'record-evidence', node, { ...inputsIn(workspace), ...artifact }, service.environment);
    await service.close();
    expect([run.exitCode, run.stderr]).toEqual([0, '']);
    const zip = service.artifacts.get('evidence');
    const proof = kind === 'ledger.checkpoint' ? 'checkpoint-1.txt' : 'receipt-';
    expect([zip?.includes('report.json'), zip?.includes(proof)]).toEqual([true, true]);
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

  it.each(Object.entries(KINDS))(
    'is not begun when a file for it is missing: nothing is recorded as %s, and nothing sealed',
    async (_kind, inputsIn) => {
      using workspace = new Workspace();
      const artifact = { 'artifact-name': 'evidence', 'artifact-files': 'no-such-report.json' };
      const run = await runStep(workspace, 'record-evidence', node, { ...inputsIn(workspace), ...artifact });
      expect([run.exitCode, run.annotations[0]?.title]).toEqual([2, 'file/absent']);
      expect(run.annotations[0]?.message).toContain('no-such-report.json');
      expect([ledgerRecords(workspace), existsSync(workspace.path('ledger/v1/seals'))]).toEqual([[], false]);
    },
  );

  it('loads its client only when it is asked for', async () => {
    using workspace = new Workspace();
    const run = await runStep(workspace, 'record-evidence', node, deploymentInputs(workspace), {
      ACTIONS_RESULTS_URL: '',
      ACTIONS_RUNTIME_TOKEN: '',
    });
    expect(run.exitCode).toBe(0);
  });
});
