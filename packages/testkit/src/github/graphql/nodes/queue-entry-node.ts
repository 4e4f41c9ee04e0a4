import { nodeId } from '../../rest/view.ts';
import type { QueueGroup, Repository } from '../../state/repository.ts';
import type { GraphView } from '../graph-view.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { pullRequestNode } from './pull-request-node.ts';
import { instant } from '../../rest/instant.ts';

/** One pull request in the queue: its base may hold pull requests that are themselves not merged yet (gate.md row 20). */
export function queueEntryNode(view: GraphView, repository: Repository, group: QueueGroup, number: number): object {
  const position = group.entries.findIndex((entry) => entry.number === number);
  const entry = group.entries[position];
  const pull = repository.pullRequests.get(number);
  if (entry === undefined || pull === undefined) throw new Error(`pull request ${number} is not in this group`);
  const base = group.entries[position - 1]?.head ?? group.base.commit;
  return {
    __typename: 'MergeQueueEntry',
    id: nodeId('MergeQueueEntry', `${group.id}:${number}`),
    position: position + 1,
    state: 'AWAITING_CHECKS',
    jump: false,
    solo: false,
    enqueuedAt: instant(entry.at),
    estimatedTimeToMerge: null,
    enqueuer: () => actorNode(view, entry.enqueuer),
    baseCommit: () => gitObjectNode(view, repository, base),
    headCommit: () => gitObjectNode(view, repository, entry.head),
    pullRequest: () => pullRequestNode(view, repository, pull),
  };
}
