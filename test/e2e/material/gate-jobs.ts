import { readdirSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '@proofrail/core/canonical';
import { runAction, startArtifactService, type ActionRun, type SoundChange } from '@proofrail/testkit';
import { GITHUB_COM, gateOnGitHub, jobEnvironment, onPullRequest, type GateRun, type StartingEvent } from './gate-on-github.ts';
import type { Workspace } from './workspace.ts';

const INTENT = sha256('the intent of the run');

/** The `decide` job of gate.yml: the built action, in the phase that has neither ledger nor key. */
export async function decideJob(workspace: Workspace, change: SoundChange, event?: StartingEvent): Promise<GateRun> {
  const service = await startArtifactService();
  try {
    return await gateOnGitHub(change, {
      workspace,
      inputs: { phase: 'decide' },
      environment: service.environment,
      ...(event === undefined ? {} : { event }),
    });
  } finally {
    await service.close();
  }
}

/** The step of the `gate` job that records, over the files that the other job handed on. It asks GitHub for nothing. */
export function recordJob(
  workspace: Workspace,
  change: SoundChange,
  given: {
    readonly digest: string;
    readonly event?: StartingEvent;
    readonly environment?: Readonly<Record<string, string>>;
    /** Beside those that gate.yml gives. */
    readonly inputs?: Readonly<Record<string, string>>;
    /** Default: this workspace. */
    readonly handedOnIn?: Workspace;
  },
): Promise<ActionRun> {
  const event = given.event ?? onPullRequest(change);
  return runAction('record-evidence', {
    inputs: {
      kind: 'policy.decision',
      decision: handedOn(given.handedOnIn ?? workspace),
      'decision-digest': given.digest,
      intent: INTENT,
      ledger: 'file:./ledger',
      'signing-key': workspace.signingKey,
      ...given.inputs,
    },
    workspace: workspace.folder,
    temporary: workspace.temporary,
    environment: { ...jobEnvironment(change, GITHUB_COM, workspace, event), ...given.environment },
  });
}

/** Where the bytes lie that were uploaded, as a download would lay them out. */
export function handedOn(workspace: Workspace): string {
  const steps = path.join(workspace.temporary, 'proofrail');
  const step = readdirSync(steps).find((name) => readdirSync(path.join(steps, name)).includes('decision.json'));
  if (step === undefined) throw new Error('no decision was handed on');
  return path.join(steps, step);
}
