import { GITHUB_ACTIONS, workflowOf, type CheckRunNode, type ContextNode } from '../change/checks.ts';
import { compareText } from '../change/account.ts';

/** Events whose run is about the commit that it names. A run by hand has inputs of somebody's choosing. */
const EVENTS: readonly string[] = ['pull_request', 'merge_group', 'push'];

export interface ProducingRun {
  readonly id: string;
  readonly completed: boolean;
  /** Another pull request for which it may have run instead: its report is perhaps not about this change, and may hide the one that is. */
  readonly beside: string | null;
}

/** The newest run of a workflow of this repository on a commit, or null. */
export function producingRun(
  contexts: readonly ContextNode[],
  workflow: string,
  { commit, repository }: { readonly commit: string; readonly repository: { readonly id: string; readonly name: string } },
): ProducingRun | null {
  const runs = contexts
    .filter((context): context is CheckRunNode => context.__typename === 'CheckRun')
    .filter((run) => workflowOf(run, repository) === workflow && run.checkSuite.commit.oid === commit)
    .flatMap(({ checkSuite, beside = null }) => {
      const { workflowRun: run, app, status } = checkSuite;
      if (run === null || app?.databaseId !== GITHUB_ACTIONS || !EVENTS.includes(run.event)) return [];
      return [{ id: run.databaseId, createdAt: run.createdAt, completed: status === 'COMPLETED', beside }];
    })
    .sort((one, other) =>
      compareText(`${one.createdAt} ${one.id.padStart(20, '0')}`, `${other.createdAt} ${other.id.padStart(20, '0')}`),
    );
  const newest = runs.at(-1);
  // One job of it that still runs may still bring, or exchange, a report.
  return newest === undefined
    ? null
    : { id: newest.id, beside: newest.beside, completed: runs.every(({ id, completed }) => id !== newest.id || completed) };
}
