import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  FakeIssuer,
  followWorkflow,
  readActionMetadata,
  runAction,
  startArtifactService,
  startFakeGitHub,
  startFakeTokenService,
  type ActionRun,
  type FakeGitHub,
  type FollowedWorkflow,
  type ResolvedStep,
  type Scopes,
  type SoundChange,
  type StepEnd,
} from '@proofrail/testkit';
import { handedOn } from './gate-jobs.ts';
import { jobEnvironment, onPullRequest } from './gate-on-github.ts';
import { Workspace } from './workspace.ts';

const ACTION = /^(?:\$|proofrail\/proofrail)\/actions\/([a-z-]+)(?:@[0-9a-f]{40})?$/;
const TOKEN = 'token-of-this-job';
/** The only artifact that our own action uploads; those of the workflow's steps are numbered from here on. */
const DECISION = 1;

export interface ShippedRun extends FollowedWorkflow {
  /** How each step of our own ended, by job. */
  readonly actions: Readonly<Record<string, ActionRun>>;
  /** What the run kept, by name, until `use` ends. */
  artifact(name: string): string | null;
}

export interface ShippedWorkflowCall {
  readonly file: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Faults, before the first step starts. */
  readonly prepare?: (github: FakeGitHub) => void;
}

/**
 * One of our workflows over a change on the fake GitHub, by what its file gives to each step: the built actions, each job on a fresh machine,
 * with a token that may do what `permissions:` says and nothing more. What other publishers' steps do is done here.
 */
export async function runShippedWorkflow<T>(
  { file, inputs, prepare }: ShippedWorkflowCall,
  change: SoundChange,
  use: (run: ShippedRun) => T | Promise<T>,
): Promise<T> {
  const [github, artifacts] = await Promise.all([startFakeGitHub(change.scenario), startArtifactService()]);
  const tokens = await startFakeTokenService(issuerFor(change));
  using machines = new Machines();
  try {
    prepare?.(github);
    const actions: Record<string, ActionRun> = {};
    const kept: { readonly name: string; readonly folder: string }[] = [];
    const perform = async (step: ResolvedStep): Promise<StepEnd> => {
      const workspace = machines.of(step.job);
      const [, action] = ACTION.exec(step.uses ?? '') ?? [];
      if (action !== undefined) {
        const environment = { ...artifacts.environment, ...(step.permissions['id-token'] === 'write' ? tokens.environment : {}) };
        const run = await runOurs(action, step, { change, github, workspace, environment });
        actions[step.job] = run;
        return { conclusion: run.conclusion, outputs: { ...noneOf(action), ...run.outputs } };
      }
      if (step.run !== null) return runScript(step, workspace);
      if (step.uses?.startsWith('actions/upload-artifact@') === true) return upload(step, workspace, machines, kept);
      if (step.uses?.startsWith('actions/download-artifact@') === true) return download(step, workspace, machines, kept);
      throw new Error(`nothing here answers for ${step.uses}`);
    };
    const followed = await followWorkflow(file, { inputs, contexts: { github: contextOf(change) }, perform });
    return await use({ ...followed, actions, artifact: (name) => kept.find((each) => each.name === name)?.folder ?? null });
  } finally {
    await Promise.all([github.close(), artifacts.close(), tokens.close()]);
  }
}

/** A machine for each job, gone with the run, and room for what is kept of it. */
class Machines implements Disposable {
  readonly #workspaces = new Map<string, Workspace>();
  readonly kept = mkdtempSync(path.join(tmpdir(), 'proofrail-kept-'));

  of(job: string): Workspace {
    const workspace = this.#workspaces.get(job) ?? new Workspace();
    this.#workspaces.set(job, workspace);
    return workspace;
  }

  /** Where the decision lies that a step of ours uploaded. */
  decision(): string {
    const found = this.#workspaces.get('decide');
    if (found === undefined) throw new Error('no decision was handed on');
    return handedOn(found);
  }

  [Symbol.dispose](): void {
    for (const workspace of this.#workspaces.values()) workspace[Symbol.dispose]();
    rmSync(this.kept, { recursive: true, force: true });
  }
}

const contextOf = (change: SoundChange) => ({
  event: onPullRequest(change).payload,
  run_attempt: String(change.runs.gate.attempt),
  sha: 'the commit that tries the merge',
});

const noneOf = (action: string): Record<string, string> =>
  Object.fromEntries(Object.keys(readActionMetadata(action).outputs).map((name) => [name, '']));

interface Job {
  readonly change: SoundChange;
  readonly github: FakeGitHub;
  readonly workspace: Workspace;
  readonly environment: Readonly<Record<string, string>>;
}

function runOurs(action: string, step: ResolvedStep, { change, github, workspace, environment }: Job): Promise<ActionRun> {
  const scopes: Scopes = { ...step.permissions }; // `id-token` among them is no scope of the API: nothing asks for it
  const { scenario, author, repository } = change;
  scenario.tokens.set(TOKEN, { actor: author.id, scopes, repositories: new Set([repository.id]) });
  return runAction(action, {
    inputs: step.with,
    environment: { ...jobEnvironment(change, github, workspace), ...environment },
    token: TOKEN,
    workspace: workspace.folder,
    temporary: workspace.temporary,
  });
}

function runScript({ run, env }: ResolvedStep, { folder }: Workspace): StepEnd {
  const { status } = spawnSync('bash', ['-e', '-c', run ?? ''], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', ...env },
  });
  return { conclusion: status === 0 ? 'success' : 'failure', outputs: {} };
}

type Kept = { readonly name: string; readonly folder: string }[];

function upload({ with: given }: ResolvedStep, workspace: Workspace, { kept: room }: Machines, kept: Kept): StepEnd {
  const from = workspace.path(given['path'] ?? '');
  if (!existsSync(from) || readdirSync(from).length === 0) {
    return { conclusion: given['if-no-files-found'] === 'ignore' ? 'success' : 'failure', outputs: { 'artifact-id': '' } };
  }
  const name = given['name'] ?? '';
  if (kept.some((each) => each.name === name)) throw new Error(`an artifact cannot be written twice: ${name}`);
  const folder = path.join(room, name);
  cpSync(from, folder, { recursive: true });
  kept.push({ name, folder });
  return { conclusion: 'success', outputs: { 'artifact-id': String(DECISION + kept.length) } };
}

function download({ with: given }: ResolvedStep, workspace: Workspace, machines: Machines, kept: Kept): StepEnd {
  const id = Number(given['artifact-ids']);
  const from = id === DECISION ? machines.decision() : kept[id - DECISION - 1]?.folder;
  if (from === undefined) return { conclusion: 'failure', outputs: {} };
  cpSync(from, workspace.path(given['path'] ?? ''), { recursive: true });
  return { conclusion: 'success', outputs: {} };
}

/** Speaks for the run of the gate. */
const issuerFor = ({ repository, runs }: SoundChange): FakeIssuer =>
  new FakeIssuer({
    run: {
      GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
      GITHUB_REPOSITORY_ID: String(repository.id),
      GITHUB_RUN_ID: String(runs.gate.id),
    },
  });
