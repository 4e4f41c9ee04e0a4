import { describe, expect, it } from '@jest/globals';
import { NODES } from '@proofrail/testkit';
import { deploymentInputs } from '../../material/deployment.ts';
import { ledgerRecords } from '../../material/ledger-records.ts';
import { archiveInputs } from '../../material/release.ts';
import { runStep } from '../../material/run-step.ts';
import { Workspace } from '../../material/workspace.ts';

describe.each(NODES)('a run that does not say which repository it belongs to, on Node %s', (node) => {
  it.each([['record-evidence', deploymentInputs] as const, ['archive-sbom', archiveInputs] as const])(
    'leaves no evidence that would belong to nobody: %s',
    async (action, inputsOf) => {
      using workspace = new Workspace();
      for (const id of ['', 'acme/payments', '007', '1 2']) {
        const run = await runStep(workspace, action, node, inputsOf(workspace), { GITHUB_REPOSITORY_ID: id });
        expect([run.exitCode, run.annotations[0]?.title, run.outputs]).toEqual([2, 'environment/missing', {}]);
      }
      expect(ledgerRecords(workspace)).toEqual([]);
    },
  );
});
