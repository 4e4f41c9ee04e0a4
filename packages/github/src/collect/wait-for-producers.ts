import type { Fact } from '@proofrail/core/context';
import { checksOf, workflowOf, type ContextNode } from '../change/checks.ts';
import type { Demands } from '../demands.ts';
import type { RequiredCheck } from '../required-check.ts';
import { producingRun } from '../scans/producing-run.ts';
import { nameOfSource } from '../scans/report-source.ts';
import type { Collection } from './context.ts';

const INTERVAL = 15_000;

export interface Producers {
  readonly commit: string;
  readonly repository: { readonly id: string; readonly name: string };
  readonly ownRun: string;
  readonly demands: Demands;
}

/** In the registry's own words; empty where nothing is awaited. */
export interface Pending {
  readonly checks: readonly string[];
  readonly scans: readonly string[];
}

/** Which required checks, and which reports by their runs, are not there yet or have not ended. */
export function pendingIn(contexts: Fact<readonly ContextNode[]>, producers: Producers): Pending {
  const checks = checksOf(contexts, producers);
  if (!contexts.known || !checks.known) return { checks: [], scans: [] };
  const { demands, commit } = producers;
  const others = contexts.value.filter(
    (each) => each.__typename !== 'CheckRun' || each.checkSuite.workflowRun?.databaseId !== producers.ownRun,
  );
  const awaited = demands.checks.filter(({ name, app_id, workflow }) => {
    const found = checks.value.items.filter(
      (check) => check.commit === commit && check.name === name && check.app_id === app_id && check.workflow === workflow,
    );
    if (found.length === 0 && others.some((each) => mayHaveRunBeside(each, { name, app_id, workflow }, producers))) return false;
    const newest = Math.max(...found.map(({ attempt }) => attempt));
    return found.length === 0 || found.some(({ attempt, conclusion }) => attempt >= newest && isRunning(conclusion));
  });
  const undelivered = demands.reports.filter(({ workflow }) => {
    const run = producingRun(others, workflow, producers);
    return run === null || (!run.completed && run.beside === null);
  });
  return { checks: awaited.map(nameOfCheck), scans: undelivered.map(nameOfSource) };
}

/** Nothing comes of waiting: as long as the other pull request of this head is there, every run may be its own. */
const mayHaveRunBeside = (run: ContextNode, { name, app_id, workflow }: RequiredCheck, { repository }: Producers): boolean =>
  run.__typename === 'CheckRun' &&
  run.beside !== undefined &&
  run.name === name &&
  run.checkSuite.app?.databaseId === app_id &&
  workflowOf(run, repository) === workflow;

const nameOfCheck = ({ name, workflow }: RequiredCheck): string =>
  workflow === null ? `check ${name}` : `check ${name} of ${workflow}`;

const isRunning = (conclusion: string): boolean => conclusion === 'queued' || conclusion === 'in_progress';

/**
 * Reads what ran on the judged commit again and again until nothing that is required is pending, or until the time is up. Gives back
 * whether it waited at all: then everything else that was read is as old as the wait, and has to be read again.
 */
export async function waitForProducers(
  first: Fact<readonly ContextNode[]>,
  producers: Producers,
  { deps, deadline }: Collection,
  readAgain: () => Promise<Fact<readonly ContextNode[]>>,
): Promise<boolean> {
  let waited = false;
  for (let contexts = first; ; contexts = await readAgain()) {
    const { checks, scans } = pendingIn(contexts, producers);
    if ((checks.length === 0 && scans.length === 0) || deps.now() + INTERVAL > deadline) return waited;
    await deps.sleep(INTERVAL);
    waited = true;
  }
}
