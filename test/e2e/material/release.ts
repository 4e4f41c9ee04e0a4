import type { Runtime } from '@proofrail/testkit';
import { DIGEST, HEAD, soundChange, type Change } from './change.ts';
import { runGate } from './run-gate.ts';
import { runStep } from './run-step.ts';
import { cyclonedx } from './sbom.ts';
import type { Workspace } from './workspace.ts';

export const IMAGE = `registry.example/payments@${DIGEST}`;

/** The way of an image into the ledger: its change is gated, its bill of materials is archived. */
export async function release(workspace: Workspace, node: Runtime, change: Change = soundChange()): Promise<void> {
  await runGate(workspace, change, node);
  const archived = await runStep(workspace, 'archive-sbom', node, archiveInputs(workspace));
  if (archived.exitCode !== 0) throw new Error(`archive-sbom failed: ${archived.stdout}`);
}

export const archiveInputs = (workspace: Workspace): Record<string, string> => ({
  sbom: workspace.write('sbom.cdx.json', cyclonedx()),
  subject: IMAGE,
  commit: HEAD,
  ledger: 'file:./ledger',
  'signing-key': workspace.signingKey,
});

export const verifyInputs = (workspace: Workspace): Record<string, string> => ({
  references: IMAGE,
  ledger: 'file:./ledger',
  trust: workspace.trustFile(),
  'accept-given': 'true',
});
