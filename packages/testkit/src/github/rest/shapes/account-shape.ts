import type { Person } from '../../state/person.ts';
import { HTML, nodeId, type View } from '../view.ts';

export function accountShape(view: View, person: Person) {
  const url = `${view.api}/users/${encodeURIComponent(person.login)}`;
  return {
    login: person.login,
    id: person.id,
    node_id: nodeId(person.kind, person.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${person.id}`,
    gravatar_id: '',
    url,
    html_url: `${HTML}/${encodeURIComponent(person.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: person.kind,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** Who stands in REST for everybody who left, where GitHub does not say null. */
export const GHOST: Person = { id: 10_137, login: 'ghost', kind: 'User', emails: [] };

/** Null for an account that was deleted. */
export function accountById(view: View, id: number | null) {
  return id === null ? null : accountShape(view, view.scenario.person(id));
}
