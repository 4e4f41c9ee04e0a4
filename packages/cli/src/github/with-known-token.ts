import type { GitHubAnswer, GitHubApi } from '@proofrail/github';
import { UnavailableError } from '@proofrail/core/outcomes';

/** The same API, for which a token that GitHub does not know (401) is no answer: it is not the name that is wrong. */
export const withKnownToken = (api: GitHubApi): GitHubApi => ({
  graphql: async (document, variables) => requireKnown(await api.graphql(document, variables)),
  request: async (route, parameters) => requireKnown(await api.request(route, parameters)),
});

/** @throws UnavailableError `github/token-refused` */
function requireKnown(answer: GitHubAnswer): GitHubAnswer {
  if (answer.kind !== 'answered' || answer.status !== 401) return answer;
  throw new UnavailableError('github/token-refused', {
    expected: 'a token that GitHub knows',
    found: 'one that it refuses (401)',
    at: 'GITHUB_TOKEN or GH_TOKEN',
    doThis: 'make a new one: it was revoked, has expired, or is cut off; in a shell: GH_TOKEN="$(gh auth token)"',
  });
}
