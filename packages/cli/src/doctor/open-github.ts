import type { GitHubAnswer, GitHubApi } from '@proofrail/github';

/** Longer than GitHub's own limit for one answer, which is ten seconds. */
const PATIENCE = 30_000; // milliseconds

/** GitHub's API over `fetch`, for a person's token. What an answer means is the caller's to say; no answer is an answer too. */
export function openGitHub(token: string, apiUrl: string): GitHubApi {
  const base = apiUrl.replace(/\/+$/, '');
  // GitHub Enterprise Server has REST at /api/v3 and GraphQL at /api/graphql.
  const graphqlUrl = base.endsWith('/api/v3') ? `${base.slice(0, -'/v3'.length)}/graphql` : `${base}/graphql`;
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'proofrail',
    'x-github-api-version': '2022-11-28',
  };
  return {
    graphql: (query, variables) => ask(graphqlUrl, { method: 'POST', headers, body: JSON.stringify({ query, variables }) }),
    request: (route, parameters) => {
      const [method = 'GET', path = '/'] = route.split(' ');
      return ask(base + filled(path, parameters), { method, headers });
    },
  };
}

/** `{name}` in the path, everything else in the query; both encoded, since a branch may hold a slash. */
function filled(path: string, parameters: Readonly<Record<string, unknown>>): string {
  const rest = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (!path.includes(`{${name}}`)) rest.set(name, String(value));
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));
  return rest.size === 0 ? address : `${address}?${rest}`;
}

async function ask(url: string, request: RequestInit): Promise<GitHubAnswer> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    return { kind: 'answered', status: response.status, headers: Object.fromEntries(response.headers), body: parsed(text) };
  } catch (cause) {
    return { kind: 'unreachable', cause: cause instanceof Error ? cause.message : 'no answer' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
