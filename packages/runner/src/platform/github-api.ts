import { asking, octokit } from './octokit.ts';

/** An answer as data, whatever its status: the shape that the collector of facts asks for (`GitHubAnswer` of packages/github). */
type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: unknown;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'unreachable'; readonly cause: string };

type Answered = Extract<Answer, { kind: 'answered' }>;
const NOTHING = new Uint8Array();

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
  return {
    graphql: (document, variables) =>
      answerOf(async (request) => {
        const data: unknown = await (await client).graphql(document, { ...variables, request });
        return { status: 200, headers: {}, body: { data } };
      }),
    request: (route, parameters) =>
      answerOf(async (request) => {
        const { status, headers, data } = await (await client).request(route, { ...parameters, request });
        return { status, headers: lowerCase(headers), body: textOf(data) };
      }),
  };
}

type Understood = Pick<Answered, 'status' | 'headers' | 'body'>;

/** The client keeps no bytes of what it parsed, so they are taken where they arrive. */
async function answerOf(ask: (request: object) => Promise<Understood>): Promise<Answer> {
  let bytes: Uint8Array = NOTHING;
  const fetch = asking((body) => (bytes = body));
  const signal = AbortSignal.timeout(MOST_MILLISECONDS);
  const understood = await ask({ fetch, signal }).catch((thrown: unknown) => understoodIn(thrown) ?? nameOf(thrown));
  return typeof understood === 'string' ? { kind: 'unreachable', cause: understood } : { kind: 'answered', ...understood, bytes };
}

/** What the client threw holds the answer, if there was one. */
function understoodIn(thrown: unknown): Understood | null {
  if (!isRecord(thrown)) return null;
  const { name, response, headers, status } = thrown;
  // GraphQL answers errors with 200, and most of the time with data beside them.
  if (name === 'GraphqlResponseError' && isRecord(response))
    return { status: 200, headers: lowerCase(headers), body: { data: response['data'], errors: response['errors'] } };
  if (!isRecord(response) || typeof status !== 'number') return null;
  return { status, headers: lowerCase(response['headers']), body: textOf(response['data']) };
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
