import type { Fact, FactsDocument } from '@proofrail/core/context';
import * as v from 'valibot';
import { compareText } from './account.ts';
import { connection, named, numericId, oid, time } from './wire.ts';

type Check = Extract<FactsDocument['checks'], { known: true }>['value']['items'][number];

const CONCLUSIONS = [
  'SUCCESS',
  'FAILURE',
  'NEUTRAL',
  'CANCELLED',
  'SKIPPED',
  'TIMED_OUT',
  'ACTION_REQUIRED',
  'STALE',
  'STARTUP_FAILURE',
] as const;

const runStatus = v.picklist(['COMPLETED', 'IN_PROGRESS', 'PENDING', 'QUEUED', 'REQUESTED', 'WAITING']);

const workflowRun = v.object({
  databaseId: numericId,
  createdAt: time,
  event: named(100),
  file: v.nullable(v.object({ path: named(512), repositoryName: v.string() })),
});

const checkRun = v.pipe(
  v.object({
    __typename: v.literal('CheckRun'),
    id: v.string(),
    name: named(1024),
    status: runStatus,
    conclusion: v.nullable(v.picklist(CONCLUSIONS)),
    checkSuite: v.object({
      id: v.string(),
      status: runStatus,
      app: v.nullable(v.object({ databaseId: v.nullable(numericId) })),
      commit: v.object({ oid }),
      repository: v.object({ databaseId: numericId }),
      branch: v.nullable(v.object({ name: v.string() })),
      workflowRun: v.nullable(workflowRun),
    }),
  }),
  v.check(({ status, conclusion }) => status !== 'COMPLETED' || conclusion !== null),
);

const statusContext = v.object({
  __typename: v.literal('StatusContext'),
  id: v.string(),
  context: named(1024),
  state: v.picklist(['ERROR', 'EXPECTED', 'FAILURE', 'PENDING', 'SUCCESS']),
  commit: v.object({ oid }),
});

const contextNode = v.union([checkRun, statusContext]);
export type CheckRunNode = v.InferOutput<typeof checkRun> & {
  /** Another pull request for which it may have run instead, as {@link ../change/of-this-head.ts} marks it. */
  readonly beside?: string;
};
export type ContextNode = CheckRunNode | v.InferOutput<typeof statusContext>;

/** No rollup: nothing ran. */
export const contextsPart = v.object({ statusCheckRollup: v.nullable(v.object({ contexts: connection(contextNode) })) });

/** GitHub Actions, as an app. */
export const GITHUB_ACTIONS = '15368';

const BY_HAND = 'workflow_dispatch';

/** No app vouches for a commit status: anybody who may write can set any (gate.md row 35). */
const NO_APP = '0';

interface Placed {
  readonly check: Omit<Check, 'attempt'>;
  /** The same check by the same workflow for the same event: of these the newest run is the one that stands. */
  readonly series: string;
  readonly startedAt: string;
  readonly id: string;
}

/**
 * What ran on a commit, by producer and not by name. The gate's own run is left out: it would wait for itself. Runs of one workflow for
 * one event replace each other; runs for different events do not, and neither do two checks of one run, so that a green one never
 * stands for a red one beside it.
 */
export function checksOf(
  contexts: Fact<readonly ContextNode[]>,
  { ownRun, repository }: { ownRun: string; repository: { id: string; name: string } },
): FactsDocument['checks'] {
  if (!contexts.known) return contexts;
  const placed = contexts.value
    .filter((context) => !(context.__typename === 'CheckRun' && context.checkSuite.workflowRun?.databaseId === ownRun))
    .map((context) => (context.__typename === 'CheckRun' ? placedRun(context, repository) : placedStatus(context)));
  const times = new Map<string, string[]>();
  for (const { series, startedAt } of placed) times.set(series, [...new Set([...(times.get(series) ?? []), startedAt])].sort());
  const most = Math.max(1, ...[...times.values()].map((each) => each.length));
  const items = placed
    .map(({ check, series, startedAt }): Check => {
      const inSeries = times.get(series) ?? [];
      // The newest of every series has the same number, so that none hides another's.
      return { ...check, attempt: most - (inSeries.length - 1 - inSeries.indexOf(startedAt)) };
    })
    .sort((one, other) => compareText(JSON.stringify(one), JSON.stringify(other)));
  return { known: true, value: { items, total: items.length } };
}

function placedRun(run: CheckRunNode, repository: { id: string; name: string }): Placed {
  const { app, commit, workflowRun, id } = run.checkSuite;
  const workflow = producerOf(run, repository);
  const producer = { name: run.name, app_id: app?.databaseId ?? NO_APP, workflow, commit: commit.oid };
  return {
    check: { ...producer, conclusion: conclusionOf(run) },
    series: JSON.stringify([producer, workflowRun?.event ?? id]),
    startedAt: workflowRun?.createdAt ?? '',
    id: run.id,
  };
}

function placedStatus({ context, state, commit, id }: Extract<ContextNode, { __typename: 'StatusContext' }>): Placed {
  const conclusion = state === 'SUCCESS' ? 'success' : state === 'FAILURE' || state === 'ERROR' ? 'failure' : 'in_progress';
  const producer = { name: context, app_id: NO_APP, workflow: null, commit: commit.oid };
  return { check: { ...producer, conclusion }, series: JSON.stringify(producer), startedAt: '', id };
}

/** Who made it, as facts say: what may have run for another pull request equals nothing that the registry names. */
function producerOf(run: CheckRunNode, repository: { id: string; name: string }): string | null {
  const path = workflowOf(run, repository);
  if (path === null) return null;
  if (run.beside !== undefined) return `beside ${run.beside}: ${path}`.slice(0, 1024);
  // Whoever starts a workflow by hand chooses its inputs: that is not the run that the registry means (gate.md row 37).
  return run.checkSuite.workflowRun?.event === BY_HAND ? `by hand: ${path}`.slice(0, 1024) : path;
}

/** The path of the workflow in this repository; one of another repository keeps that repository's name and so equals none of ours. */
export function workflowOf({ checkSuite }: CheckRunNode, repository: { id: string; name: string }): string | null {
  const file = checkSuite.workflowRun?.file ?? null;
  if (file === null) return null;
  const from = file.repositoryName.replace(/^https?:\/\/[^/]+/, '').replace(/^\/+/, '');
  const own = from.toLowerCase() === repository.name.toLowerCase() && checkSuite.repository.databaseId === repository.id;
  return own ? file.path : `${from === '' ? 'unknown' : from}/${file.path}`.slice(0, 1024);
}

export function conclusionOf({ status, conclusion }: CheckRunNode): Check['conclusion'] {
  if (status !== 'COMPLETED' || conclusion === null) return status === 'IN_PROGRESS' ? 'in_progress' : 'queued';
  return conclusion.toLowerCase() as Check['conclusion'];
}
