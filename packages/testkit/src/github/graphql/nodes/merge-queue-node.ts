import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import { fullName, type Repository } from '../../state/repository.ts';
import { hasMergeQueue } from '../../state/rules.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { queueEntryNode } from './queue-entry-node.ts';
import { repositoryNode } from './repository-node.ts';

/** Null for a branch that merges without one. */
export function mergeQueueNode(view: GraphView, repository: Repository, branch: string): object | null {
  if (!hasMergeQueue(repository.rulesets, branch, repository.defaultBranch)) return null;
  const waiting = repository.queue
    .filter(({ base }) => base.branch === branch)
    .flatMap((group) => group.entries.map(({ number }) => ({ group, number })));
  return {
    __typename: 'MergeQueue',
    id: nodeId('MergeQueue', `${repository.id}:${branch}`),
    repository: () => repositoryNode(view, repository),
    resourcePath: `/${fullName(repository)}/queue/${branch}`,
    url: `${repositoryHtml(repository)}/queue/${branch}`,
    entries: (args: Arguments) =>
      connection('entries', args, waiting, ({ group, number }) => queueEntryNode(view, repository, group, number)),
  };
}
