import { HTML, nodeId } from '../../rest/view.ts';
import type { GraphView } from '../graph-view.ts';

/** An account, of whichever kind GitHub says; null for one that was deleted. */
export function actorNode(view: GraphView, id: number | null) {
  if (id === null) return null;
  const person = view.scenario.person(id);
  const path = person.kind === 'Bot' ? `/apps/${person.login.replace(/\[bot\]$/, '')}` : `/${person.login}`;
  return {
    __typename: person.kind,
    id: nodeId(person.kind, person.id),
    databaseId: person.id,
    // REST writes "renovate[bot]" where GraphQL writes "renovate".
    login: person.login.replace(/\[bot\]$/, ''),
    name: person.login,
    url: `${HTML}${path}`,
    resourcePath: path,
    avatarUrl: `https://avatars.githubusercontent.com/u/${person.id}`,
  };
}
