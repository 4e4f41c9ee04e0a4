import { known, unknown, type EnvironmentFacts, type Fact } from '@proofrail/core/context';
import type { Sources } from '@proofrail/core/controls';
import { callsUnaltered, type WorkflowsOfCommits } from './calls-unaltered.ts';
import { workflowBlob, type Workflows } from './workflows.ts';
import { compareText } from './account.ts';
import { conclusionOf, GITHUB_ACTIONS, workflowOf, type CheckRunNode, type ContextNode } from './checks.ts';

type Check = Extract<EnvironmentFacts['decision'], { known: true }>['value'];

export interface GateCheckQuestion {
  readonly gate: Sources['gate'];
  readonly repository: { readonly id: string; readonly name: string };
  /** A run does not answer for itself. */
  readonly ownRun: string;
  /** What ran on the commits that the change was judged by. */
  readonly contexts: Fact<readonly ContextNode[]>;
  readonly queue: Fact<boolean>;
  /** Workflow files of the change, and where the policy comes from. */
  readonly judged: Fact<Workflows>;
  readonly trusted: Fact<Workflows>;
  readonly textOf: WorkflowsOfCommits['textOf'];
}

/**
 * How the gate's own check ended, by producer: the app, the workflow that the registry names, and the file that it ran. Before a queue a
 * green check of the pull request may be provisional, so that there only the one of the merge group counts.
 */
export async function gateCheckOf({
  gate,
  contexts,
  queue,
  ...question
}: GateCheckQuestion): Promise<EnvironmentFacts['decision']> {
  if (gate === null) return unknown('absent');
  if (!contexts.known) return contexts;
  if (!queue.known) return queue;
  const events: readonly string[] = queue.value ? ['merge_group'] : ['pull_request', 'merge_group'];
  const newest = contexts.value
    .filter((context) => context.__typename === 'CheckRun')
    .filter((run) => run.name === gate.check && workflowOf(run, question.repository) === gate.workflow)
    .flatMap((run) => checkIn(run, events))
    .filter(({ check }) => check.run !== question.ownRun)
    .sort((one, other) => compareText(one.order, other.order))
    .at(-1);
  if (newest === undefined) return unknown('absent');
  if (newest.beside) return unknown('producer');
  if (newest.check.conclusion === 'queued' || newest.check.conclusion === 'in_progress') return unknown('pending');
  const unaltered = await isUnaltered(gate.workflow, question);
  if (!unaltered.known) return unaltered;
  return unaltered.value ? known(newest.check) : unknown('producer');
}

interface Placed {
  readonly check: Check;
  /** Whether it may have run for another pull request. */
  readonly beside: boolean;
  readonly order: string;
}

function checkIn(run: CheckRunNode, events: readonly string[]): Placed[] {
  const { app, commit, workflowRun } = run.checkSuite;
  if (workflowRun === null || app?.databaseId !== GITHUB_ACTIONS || !events.includes(workflowRun.event)) return [];
  const { databaseId: id, createdAt } = workflowRun;
  const event = workflowRun.event as Check['event'];
  return [
    {
      check: { commit: commit.oid, event, run: id, conclusion: conclusionOf(run) },
      beside: run.beside !== undefined,
      order: `${createdAt} ${id.padStart(20, '0')}`,
    },
  ];
}

/** A change cannot touch the workflow of another repository; one of its own proves nothing in a change of it, or of what it calls. */
async function isUnaltered(
  path: string,
  { judged, trusted, textOf }: Pick<GateCheckQuestion, 'judged' | 'trusted' | 'textOf'>,
): Promise<Fact<boolean>> {
  if (!path.startsWith('.github/')) return known(true);
  if (!judged.known) return judged;
  if (!trusted.known) return trusted;
  const ran = workflowBlob(judged.value, path);
  if (ran === null || ran !== workflowBlob(trusted.value, path)) return known(false);
  return callsUnaltered(ran, { judged: judged.value, trusted: trusted.value, textOf });
}
