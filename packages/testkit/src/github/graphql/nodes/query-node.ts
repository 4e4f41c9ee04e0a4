import { sees } from '../../permissions/token.ts';
import { graphError, type GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { actorNode } from './actor-node.ts';
import { repositoryNode } from './repository-node.ts';
import { instant } from '../../rest/instant.ts';

export function queryNode(view: GraphView) {
  return {
    repository: ({ owner, name }: Arguments) => {
      const repository = view.scenario.repositoryNamed(String(owner), String(name));
      if (repository === undefined || !sees(view.token, repository)) {
        throw graphError('NOT_FOUND', `Could not resolve to a Repository with the name '${String(owner)}/${String(name)}'.`);
      }
      return repositoryNode(view, repository);
    },
    rateLimit: () => {
      const hour = 3_600_000;
      const resetAt = instant(new Date(Math.ceil(Date.now() / hour) * hour));
      return { cost: 1, limit: 1000, nodeCount: 0, remaining: 999, used: 1, resetAt };
    },
    viewer: () => actorNode(view, view.token.actor),
  };
}
