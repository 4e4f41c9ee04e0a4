import { octokit } from './octokit.ts';

/** An answer as data, whatever its status: the shape that the collector of facts asks for (`GitHubAnswer` of packages/github). */
type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  | { readonly kind: 'unreachable'; readonly cause: string };

export interface PlatformApi {
  graphql(document: string, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
  request(route: string, parameters: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** A call that is not answered in this time is not answered: the gate's job has 30 minutes for many. */
const MOST_MILLISECONDS = 30_000;

/**
 * GitHub's API through the platform's own client, which encodes routes and knows where GraphQL lies on an Enterprise server. It throws
 * for every status but 2xx; here that is an answer again, because what a 404 means is for the caller to say. It repeats nothing itself.
 */
export function githubApi(token: string, apiUrl: string): PlatformApi {
  const client = octokit(token, apiUrl);
  const request = () => ({ signal: AbortSignal.timeout(MOST_MILLISECONDS) });
  return {
    graphql: (document, variables) =>
      answerOf(async () => {
        const data: unknown = await (await client).graphql(document, { ...variables, request: request() });
        return { kind: 'answered', status: 200, headers: {}, body: { data } };
      }),
    request: (route, parameters) =>
      answerOf(async () => {
        const { status, headers, data } = await (await client).request(route, { ...parameters, request: request() });
        return { kind: 'answered', status, headers: lowerCase(headers), body: textOf(data) };
      }),
  };
}

async function answerOf(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (thrown) {
    return answerIn(thrown) ?? { kind: 'unreachable', cause: nameOf(thrown) };
  }
}

/** What the client threw holds the answer, if there was one. */
function answerIn(thrown: unknown): Answer | null {
  if (!isRecord(thrown)) return null;
  const { name, response, headers, status } = thrown;
  // GraphQL answers errors with 200, and most of the time with data beside them.
  if (name === 'GraphqlResponseError' && isRecord(response)) {
    return {
      kind: 'answered',
      status: 200,
      headers: lowerCase(headers),
      body: { data: response['data'], errors: response['errors'] },
    };
  }
  if (!isRecord(response) || typeof status !== 'number') return null;
  return { kind: 'answered', status, headers: lowerCase(response['headers']), body: textOf(response['data']) };
}

/** Of types that it does not know the client gives the bytes. */
const textOf = (data: unknown): unknown => (data instanceof ArrayBuffer ? new TextDecoder().decode(data) : data);

function lowerCase(headers: unknown): Readonly<Record<string, string>> {
  const entries = isRecord(headers) ? Object.entries(headers) : [];
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), String(value)]])),
  );
}

/** The kind of failure and no more: messages of the network layer quote what they were given. */
function nameOf(thrown: unknown): string {
  const cause = isRecord(thrown) && isRecord(thrown['cause']) ? thrown['cause'] : thrown;
  const code = isRecord(cause) ? (cause['code'] ?? cause['name']) : null;
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : 'no answer';
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
