/**
 * What this package asks of GitHub. The adapter over Octokit lives in `runner`; tests talk to the fake server through the same one.
 * An answer is data whatever its status: what a 403 or a 404 means depends on the endpoint, so the caller decides (gate.md 1.1).
 */
export interface GitHubApi {
  /** One GraphQL document. `body` is the whole answer, `data` and `errors` both: partial data is the rule, not the exception. */
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<GitHubAnswer>;
  /** `route` as in GitHub's reference: `GET /repos/{owner}/{repo}/rules/branches/{branch}`. Parameters are URL-encoded. */
  request(route: string, parameters: Readonly<Record<string, unknown>>): Promise<GitHubAnswer>;
}

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON where the answer was JSON, else the text as it came. Untrusted either way. */
  readonly body: unknown;
  /** The body as it came: what its digest is taken of. */
  readonly bytes: Uint8Array;
}

export type GitHubAnswer =
  | Answered
  /** No answer: a reset, a timeout, a name that does not resolve. */
  | { readonly kind: 'unreachable'; readonly cause: string };
