/** The platform's client with this run's server addresses, as the collector of facts takes it. Loads only when asked for. */
export async function githubClient(token: string) {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token);
}
