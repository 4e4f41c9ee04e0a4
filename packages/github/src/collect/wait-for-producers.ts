import type { Fact } from '@proofrail/core/context';
import { checksOf, type ContextNode } from '../change/checks.ts';
import type { Demands } from '../demands.ts';
import { producingRun } from '../scans/producing-run.ts';
import type { Collection } from './context.ts';

const INTERVAL = 15_000;

export interface Producers {
  readonly commit: string;
  readonly repository: { readonly id: string; readonly name: string };
  readonly ownRun: string;
  readonly demands: Demands;
}

export interface Pending {
  readonly checks: boolean;
  readonly scans: boolean;
}

/** Whether a required check, or the run that brings a required report, is not there yet or has not ended. */
export function pendingIn(contexts: Fact<readonly ContextNode[]>, producers: Producers): Pending {
  const checks = checksOf(contexts, producers);
  if (!contexts.known || !checks.known) return { checks: false, scans: false };
  const { demands, commit } = producers;
  const others = contexts.value.filter(
    (each) => each.__typename !== 'CheckRun' || each.checkSuite.workflowRun?.databaseId !== producers.ownRun,
  );
  const ended = demands.checks.map(({ name, app_id, workflow }) => {
    const found = checks.value.items.filter(
      (check) => check.commit === commit && check.name === name && check.app_id === app_id && check.workflow === workflow,
    );
    const newest = Math.max(...found.map(({ attempt }) => attempt));
    return found.length > 0 && found.every(({ attempt, conclusion }) => attempt < newest || !isRunning(conclusion));
  });
  const delivered = demands.reports.map(({ workflow }) => producingRun(others, workflow, producers)?.completed === true);
  return { checks: ended.includes(false), scans: delivered.includes(false) };
}

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
    if ((!checks && !scans) || deps.now() + INTERVAL > deadline) return waited;
    await deps.sleep(INTERVAL);
    waited = true;
  }
}
