import { nodeId } from '../../rest/view.ts';
import type { CommitStatus } from '../../state/check.ts';
import type { Repository } from '../../state/repository.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { gitObjectNode } from './git-object-node.ts';
import { isRequired } from './is-required.ts';
import { instant } from '../../rest/instant.ts';

export function statusContextNode(view: GraphView, repository: Repository, status: CommitStatus) {
  return {
    __typename: 'StatusContext',
    id: nodeId('StatusContext', status.id),
    context: status.context,
    state: status.state.toUpperCase(),
    description: null,
    targetUrl: null,
    createdAt: instant(status.at),
    creator: () => actorNode(view, status.creator),
    commit: () => gitObjectNode(view, repository, status.commit),
    isRequired: (args: Arguments) => isRequired(repository, args, status.context, null),
  };
}
