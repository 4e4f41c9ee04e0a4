import { acceptedPermission } from '../permissions/scopes.ts';
import { allows, sees, type Token } from '../permissions/token.ts';
import { Query } from './query.ts';
import { notFound, refusal, type RestAnswer } from './rest-answer.ts';
import type { RouteMatch } from './routes.ts';
import type { View } from './view.ts';

export interface Incoming {
  readonly url: URL;
  readonly accept: string;
  readonly body: unknown;
}

/** A private repository that the token was not made for does not exist; one that it was made for refuses by name. */
export function answerRest(view: View, token: Token, { route, parameters }: RouteMatch, incoming: Incoming): RestAnswer {
  const repository = view.scenario.repositoryNamed(parameters['owner'] ?? '', parameters['repo'] ?? '');
  if (repository === undefined || !sees(token, repository)) return notFound();
  const missing = route.needs.find((need) => !allows(token, repository, need));
  if (missing !== undefined) {
    const accepted = { 'x-accepted-github-permissions': route.needs.map(acceptedPermission).join(',') };
    return refusal(403, 'Resource not accessible by integration', accepted);
  }
  const query = new Query(incoming.url.searchParams);
  const answer = route.answer({ view, token, repository, parameters, ...incoming, query });
  const [ignored] = query.unread();
  if (ignored !== undefined && answer.status < 400) {
    return refusal(501, `the fake GitHub does not model ?${ignored} of ${route.method} ${route.template}`);
  }
  return answer;
}
