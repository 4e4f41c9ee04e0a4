import { repositoryHtml } from '../../rest/shapes/repository-shape.ts';
import { nodeId } from '../../rest/view.ts';
import type { Issue } from '../../state/pull-request.ts';
import { fullName } from '../../state/repository.ts';
import { connection } from '../connection.ts';
import type { GraphView } from '../graph-view.ts';
import type { Arguments } from '../resolve-field.ts';
import { repositoryNode } from './repository-node.ts';

export function issueNode(view: GraphView, issue: Issue): object {
  const repository = view.scenario.repository(issue.repository);
  return {
    __typename: 'Issue',
    id: nodeId('Issue', `${repository.id}:${issue.number}`),
    number: issue.number,
    title: issue.title,
    state: issue.state,
    url: `${repositoryHtml(repository)}/issues/${issue.number}`,
    resourcePath: `/${fullName(repository)}/issues/${issue.number}`,
    repository: () => repositoryNode(view, repository),
    labels: (args: Arguments) =>
      connection('labels', args, issue.labels, (name) => ({ __typename: 'Label', id: nodeId('Label', name), name })),
  };
}
