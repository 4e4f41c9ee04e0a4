/** The platform's client for one server. Loads only when it is asked for. */
export async function octokit(token: string, apiUrl: string) {
  const { getOctokit } = await import('@actions/github');
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }; // deprecation notes quote addresses
  return getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, ''), log: silent });
}

const ignore = (): undefined => undefined;
