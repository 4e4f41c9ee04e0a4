import type { Statement } from '@proofrail/core/canonical';
import {
  FAKE_TOKEN,
  RUNTIME,
  runAction,
  startFakeGitHub,
  type ActionRun,
  type Call,
  type FakeGitHub,
  type Layout,
  type Runtime,
  type SoundChange,
} from '@proofrail/testkit';
import { ledgerRecords } from './ledger-records.ts';
import { Workspace } from './workspace.ts';

/** What started the run; `payload` as GitHub delivers it, with everything in it that nobody should believe. */
export interface StartingEvent {
  readonly name: string;
  readonly payload: object;
}

export interface GateOptions {
  /** Default: the pull request of the change. */
  readonly event?: StartingEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly node?: Runtime;
  /** Default: one of its own, gone when this returns. */
  readonly workspace?: Workspace;
  /** Default: that of github.com. */
  readonly layout?: Layout;
  /** Faults and moves, before the step starts. */
  readonly prepare?: (github: FakeGitHub) => void;
}

export interface GateRun extends ActionRun {
  readonly outcome: string | undefined;
  /** What the step left in its ledger, in the order of writing. */
  readonly records: readonly Statement[];
  readonly calls: readonly Call[];
}

/** One run of the built gate over a change on the fake GitHub, as a workflow of its repository would start it. */
export async function gateOnGitHub(change: SoundChange, options: GateOptions = {}): Promise<GateRun> {
  const github = await startFakeGitHub(change.scenario, options.layout);
  const workspace = options.workspace ?? new Workspace();
  try {
    options.prepare?.(github);
    const run = await runAction('policy-gate', {
      inputs: { ...GATE_INPUTS, ...recordingInputs(workspace, options.inputs), ...options.inputs },
      environment: { ...jobEnvironment(change, github, workspace, options.event), ...options.environment },
      token: options.token ?? FAKE_TOKEN,
      workspace: workspace.folder,
      temporary: workspace.temporary,
      node: options.node ?? RUNTIME,
    });
    const unmodelled = github.unmodelled();
    if (unmodelled.length > 0) throw new Error(`the fake GitHub does not know: ${unmodelled.join(', ')}`);
    return { ...run, outcome: run.outputs['outcome'], records: ledgerRecords(workspace), calls: github.calls() };
  } finally {
    await github.close();
    if (options.workspace === undefined) workspace[Symbol.dispose]();
  }
}

/** Nothing that these stories wait for would ever come. */
export const GATE_INPUTS = { 'wait-minutes': '0', 'enterprise-hosts': '127.0.0.1' } as const;

const recordingInputs = (workspace: Workspace, inputs: GateOptions['inputs']): Record<string, string> =>
  inputs?.['phase'] === 'decide' ? {} : { ledger: 'file:./ledger', 'signing-key': workspace.signingKey };

/** Where a run on github.com finds its server. */
export const GITHUB_COM = { url: 'https://api.github.com', graphqlUrl: 'https://api.github.com/graphql' } as const;

/** What the runner tells a step of the gate's own run about it. */
export function jobEnvironment(
  { repository, runs, ...change }: SoundChange,
  { url, graphqlUrl }: Pick<FakeGitHub, 'url' | 'graphqlUrl'>,
  workspace: Workspace,
  event: StartingEvent = onPullRequest({ repository, runs, ...change }),
): Record<string, string> {
  const name = `${repository.owner}/${repository.name}`;
  return {
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: graphqlUrl,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: workspace.path(workspace.write('event.json', JSON.stringify(event.payload))),
    GITHUB_REPOSITORY: name,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_RUN_ATTEMPT: String(runs.gate.attempt),
    GITHUB_RUN_ID: String(runs.gate.id),
    GITHUB_WORKFLOW_REF: `${name}/${runs.gate.path}@refs/heads/main`,
  };
}

const repositoryOf = ({ repository }: Pick<SoundChange, 'repository'>) => ({
  id: repository.id,
  name: repository.name,
  full_name: `${repository.owner}/${repository.name}`,
  owner: { login: repository.owner },
});

export function onPullRequest(change: SoundChange, name = 'pull_request'): StartingEvent {
  const { pullRequest } = change;
  const head = {
    sha: pullRequest.head.commit,
    repo: pullRequest.head.repository === null ? null : { id: pullRequest.head.repository },
  };
  return {
    name,
    payload: {
      repository: repositoryOf(change),
      pull_request: { number: pullRequest.number, user: { id: pullRequest.author }, head },
    },
  };
}

export function onMergeGroup(change: SoundChange, head: string): StartingEvent {
  const group = change.repository.queue.find((each) => each.head === head);
  return {
    name: 'merge_group',
    payload: {
      action: 'checks_requested',
      repository: repositoryOf(change),
      merge_group: { head_sha: head, head_ref: `refs/heads/${group?.branch ?? 'none'}`, base_ref: 'refs/heads/main' },
    },
  };
}

export function onPush(change: SoundChange, before: string, after: string): StartingEvent {
  return { name: 'push', payload: { repository: repositoryOf(change), ref: 'refs/heads/main', before, after } };
}

export function onDeployment(change: SoundChange, commit: string, environment: string): StartingEvent {
  return { name: 'deployment', payload: { repository: repositoryOf(change), deployment: { id: 7, sha: commit, environment } } };
}

export function onBreakGlass(change: SoundChange, exception: string): StartingEvent {
  const inputs = { exception, pull_request: String(change.pullRequest.number) };
  return { name: 'workflow_dispatch', payload: { repository: repositoryOf(change), inputs } };
}
