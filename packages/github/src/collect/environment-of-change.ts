import { known, type EnvironmentFacts, type Fact } from '@proofrail/core/context';
import type { ContextNode } from '../change/checks.ts';
import { readEnvironment } from '../change/environment.ts';
import { gateCheckOf } from '../change/gate-check.ts';
import { withoutMergeRuns } from '../change/of-this-head.ts';
import { mergeQueueOf } from '../change/merge-queue.ts';
import type { Workflows } from '../change/workflows.ts';
import type { ChangeReading, GuardedEnvironment } from './change-reading.ts';
import type { Collection } from './context.ts';
import { readBlob } from './read-blob.ts';
import type { WantedChange } from './wanted-change.ts';
import { readContexts } from './what-ran.ts';

type SoFar = Pick<ChangeReading, 'head' | 'checked' | 'rules' | 'policy' | 'demands' | 'ownRun' | 'contexts'>;

/** What guards the environment that the change goes to, and what the gate said of it before; null in a job without one. */
export async function environmentOfChange(
  wanted: WantedChange,
  collection: Collection,
  soFar: SoFar,
  judged: Fact<Workflows>,
): Promise<GuardedEnvironment | null> {
  const { asker, deps, run } = collection;
  if (deps.environment === null) return null;
  const { owner, name } = wanted.repository;
  const [{ facts, accounts }, decision] = await Promise.all([
    readEnvironment(asker, { owner, name, environment: deps.environment, run: run.run, ownRun: soFar.ownRun }),
    readDecision(wanted, collection, soFar, judged),
  ]);
  return { facts: { ...facts, decision }, accounts };
}

async function readDecision(
  wanted: WantedChange,
  collection: Collection,
  soFar: SoFar,
  judged: Fact<Workflows>,
): Promise<EnvironmentFacts['decision']> {
  const { head, rules, policy, demands } = soFar;
  return gateCheckOf({
    gate: demands.gate,
    repository: head.repository,
    ownRun: collection.run.run.id,
    contexts: demands.gate === null ? soFar.contexts : await withLanded(wanted, collection, soFar),
    queue: mergeQueueOf(rules, head.queued),
    judged,
    trusted: policy.workflows,
    textOf: (blob) => readBlob(collection.asker, wanted.repository, blob),
  });
}

/** A queue has its checks on the commit that it lands; a pull request has them on its head. */
async function withLanded(
  { repository: { owner, name }, landed }: WantedChange,
  { asker }: Collection,
  { checked, contexts }: SoFar,
): Promise<Fact<readonly ContextNode[]>> {
  if (!contexts.known || landed === null || landed === checked) return contexts;
  const there = await readContexts(asker, { owner, name, commit: landed });
  return there.known ? known([...contexts.value, ...withoutMergeRuns(there.value)]) : there;
}
