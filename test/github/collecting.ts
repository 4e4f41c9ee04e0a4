import { judgeChange, type Judgement } from '@proofrail/core/gate/judge-change';
import { readConfiguration, readOrganisationConfiguration, type Configuration } from '@proofrail/core/controls';
import { loadPolicy } from '@proofrail/core/policy';
import { readReport } from '@proofrail/core/reports';
import {
  collectFacts,
  demandsOf,
  subjectOf,
  type Collected,
  type CollectorDependencies,
  type GitHubApi,
  type Subject,
} from '@proofrail/github';
import { readBundle } from '@proofrail/policies';
import { githubApi } from '../../packages/runner/src/platform/github-api.ts';
import { FAKE_TOKEN, startFakeGitHub, type FakeGitHub, type SoundChange } from '@proofrail/testkit';
import { fakeArtifacts } from './fake-artifacts.ts';
import { requireEveryAnswer } from './require-every-answer.ts';

const policy = await loadPolicy(readBundle());

type Files = ReadonlyMap<string, Uint8Array>;

const configurationOf = (files: Files, organisation: Files | null): Configuration =>
  organisation === null
    ? readConfiguration(files, policy.manifest)
    : readOrganisationConfiguration(organisation, files, policy.manifest);

export interface Collecting {
  readonly collected: readonly Collected[];
  /** How long the collector slept each time. */
  readonly slept: readonly number[];
}

export interface CollectOptions extends Partial<
  Pick<CollectorDependencies, 'demandsOf' | 'environment' | 'organisation' | 'waitMinutes'>
> {
  readonly subject?: Subject;
  /** Of the run that asks. Default: the first. */
  readonly attempt?: number;
  /** Called in place of time passing. */
  readonly whileAsleep?: () => void;
  readonly wrap?: (api: GitHubApi) => GitHubApi;
}

const pullRequestOf = ({ repository, pullRequest }: SoundChange): Subject =>
  subjectOf('pull_request', {
    repository: { id: repository.id, name: repository.name, owner: { login: repository.owner } },
    pull_request: { number: pullRequest.number },
  });

/** Runs the collector over the wire, as an action would; only its clock is not the machine's. */
export async function collectFrom(github: FakeGitHub, change: SoundChange, options: CollectOptions = {}): Promise<Collecting> {
  const { repository, scenario, runs } = change;
  const slept: number[] = [];
  let now = scenario.now.getTime();
  const api = githubApi(FAKE_TOKEN, github.url);
  const collected = await collectFacts(
    options.subject ?? pullRequestOf(change),
    {
      repository: { id: String(repository.id), name: `${repository.owner}/${repository.name}` },
      run: { id: String(runs.gate.id), attempt: options.attempt ?? 1 },
      event: 'pull_request',
      workflow: `${repository.owner}/${repository.name}/.github/workflows/gate.yml@refs/heads/main`,
    },
    options.wrap === undefined ? api : options.wrap(api),
    {
      now: () => now,
      sleep: (milliseconds) => {
        slept.push(milliseconds);
        now += milliseconds;
        options.whileAsleep?.();
        return Promise.resolve();
      },
      demandsOf: options.demandsOf ?? ((files, above) => demandsOf(configurationOf(files, above))),
      artifacts: fakeArtifacts(change),
      environment: options.environment ?? null,
      waitMinutes: options.waitMinutes ?? 25,
      organisation: options.organisation ?? null,
    },
  );
  return { collected, slept };
}

/** Starts a server for one collection and ends it. */
export async function collect(
  change: SoundChange,
  options: CollectOptions & { readonly prepare?: (github: FakeGitHub) => void } = {},
) {
  const github = await startFakeGitHub(change.scenario);
  try {
    options.prepare?.(github);
    const result = await collectFrom(github, change, options);
    requireEveryAnswer(github.calls(), result.collected);
    return { ...result, calls: github.calls(), unmodelled: github.unmodelled() };
  } finally {
    await github.close();
  }
}

/** What the gate makes of it. */
export function judge({ facts, reports, configuration, organisation }: Collected): Judgement {
  const at = Math.floor(Date.parse(facts.read_at) / 1000);
  return judgeChange(
    {
      facts,
      source: 'read',
      configuration: configurationOf(configuration(), organisation()),
      reports: reports.map(({ bytes, name }) => readReport(bytes, name)),
    },
    policy,
    at,
  );
}
