import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '@proofrail/core/canonical';
import { runAction, startArtifactService, type ActionRun } from '@proofrail/testkit';
import type { Change } from './change.ts';
import type { Workspace } from './workspace.ts';

const INTENT = sha256('the intent of the run');

/** The `decide` job of gate.yml: the built action, in the phase that has neither ledger nor key. */
export async function decideJob(workspace: Workspace, change: Change): Promise<ActionRun> {
  const { facts = '', reports = '' } = workspace.layOut(change);
  const service = await startArtifactService();
  try {
    return await runAction('policy-gate', {
      inputs: { phase: 'decide', facts, reports },
      workspace: workspace.folder,
      temporary: workspace.temporary,
      environment: { ...service.environment, ...runOf(change) },
    });
  } finally {
    await service.close();
  }
}

/** The step of the `gate` job that records, over the files that the other job handed on. */
export function recordJob(
  workspace: Workspace,
  change: Change,
  given: { readonly digest: string; readonly event?: object; readonly environment?: Readonly<Record<string, string>> },
): Promise<ActionRun> {
  return runAction('record-evidence', {
    inputs: {
      kind: 'policy.decision',
      decision: handedOn(workspace),
      'decision-digest': given.digest,
      intent: INTENT,
      ledger: 'file:./ledger',
      'signing-key': workspace.signingKey,
    },
    workspace: workspace.folder,
    temporary: workspace.temporary,
    environment: { ...runOf(change), ...eventFile(workspace, given.event ?? OWN_PULL_REQUEST), ...given.environment },
  });
}

/** Where the bytes lie that were uploaded, as a download would lay them out. */
export function handedOn(workspace: Workspace): string {
  const steps = path.join(workspace.temporary, 'proofrail');
  const step = readdirSync(steps).find((name) => readdirSync(path.join(steps, name)).includes('decision.json'));
  if (step === undefined) throw new Error('no decision was handed on');
  return path.join(steps, step);
}

export const OWN_PULL_REQUEST = {
  repository: { id: 700001 },
  pull_request: { user: { id: 1001 }, head: { repo: { id: 700001 } } },
};
export const FORK = { repository: { id: 700001 }, pull_request: { user: { id: 1001 }, head: { repo: { id: 5 } } } };

const eventFile = (workspace: Workspace, event: object): Record<string, string> => ({
  GITHUB_EVENT_PATH: workspace.path(workspace.write('event.json', JSON.stringify(event))),
});

const runOf = ({ facts: { repository, run } }: Change): Record<string, string> => ({
  GITHUB_REPOSITORY_ID: repository.id,
  GITHUB_RUN_ID: run.id,
  GITHUB_RUN_ATTEMPT: String(run.attempt),
});
