import { nodeId } from '../../rest/view.ts';
import type { CheckRun, CommitStatus } from '../../state/check.ts';
import type { Repository } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { checkRunNode } from './check-run-node.ts';
import { statusContextNode } from './status-context-node.ts';

/** The latest run of each name in each suite, and the latest status of each context; null if there is neither. */
export function rollupNode(view: GraphView, repository: Repository, commit: string) {
  const runs = latest(
    repository.checkRuns.filter((run) => run.commit === commit),
    (run) => `${run.suite}:${run.name}`,
  );
  const statuses = latest(
    repository.statuses.filter((status) => status.commit === commit),
    (status) => status.context,
  );
  const contexts = [...runs, ...statuses];
  if (contexts.length === 0) return null;
  return {
    __typename: 'StatusCheckRollup',
    id: nodeId('StatusCheckRollup', commit),
    state: rollupState(runs, statuses),
    contexts: (args: Arguments) =>
      connection('contexts', args, contexts, (context) =>
        'context' in context ? statusContextNode(view, repository, context) : checkRunNode(view, repository, context),
      ),
  };
}

function latest<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/** Neutral and skipped count as success for GitHub (gate.md row 29). */
function rollupState(runs: readonly CheckRun[], statuses: readonly CommitStatus[]): 'SUCCESS' | 'FAILURE' | 'PENDING' {
  const bad = runs.some((run) => run.conclusion !== null && !['success', 'neutral', 'skipped'].includes(run.conclusion));
  if (bad || statuses.some(({ state }) => state === 'failure' || state === 'error')) return 'FAILURE';
  const waiting = runs.some((run) => run.conclusion === null) || statuses.some(({ state }) => state === 'pending');
  return waiting ? 'PENDING' : 'SUCCESS';
}
