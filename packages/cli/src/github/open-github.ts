import type { ArtifactReader, GitHubApi } from '@proofrail/github';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Session } from '../session.ts';

export interface OpenGitHub {
  readonly api: GitHubApi;
  readonly artifacts: ArtifactReader;
}

/**
 * GitHub as the token of a person sees it. The token comes from the environment alone, because a command line is readable by every
 * process; where it goes to is named on the command line alone, because an earlier step may have written the environment.
 *
 * @throws ConfigurationError `github/api-url`, `github/no-token`
 */
export async function openGitHub(apiUrl: string, { env }: Session): Promise<OpenGitHub> {
  requireSafeUrl(apiUrl);
  const token = (env['GITHUB_TOKEN'] ?? '') || (env['GH_TOKEN'] ?? '');
  if (token === '') throw noToken();
  const { artifactReader, githubApi } = await import('@proofrail/runner/platform');
  return { api: githubApi(token, apiUrl), artifacts: artifactReader(token, apiUrl) };
}

/** In clear the token goes only to this very machine, where a test may listen. */
function requireSafeUrl(apiUrl: string): void {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)))
    return;
  throw new ConfigurationError('github/api-url', {
    expected: 'an address that begins with https://',
    found: apiUrl,
    at: '--api-url',
    doThis: 'name the API of your server, such as https://github.example.com/api/v3',
  });
}

const noToken = (): ConfigurationError =>
  new ConfigurationError('github/no-token', {
    expected: 'a token in GITHUB_TOKEN or GH_TOKEN',
    found: 'neither is set',
    at: 'environment',
    doThis: 'in a shell: GH_TOKEN="$(gh auth token)"; in a workflow: GITHUB_TOKEN: ${{ github.token }}',
  });
