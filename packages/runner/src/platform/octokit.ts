import { exchange, type Exchanged } from './exchange.ts';

/** The platform's client for one server. Loads only when it is asked for. */
export async function octokit(token: string, apiUrl: string) {
  const { getOctokit } = await import('@actions/github');
  const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }; // deprecation notes quote addresses
  const request = { fetch: asking(ignore), parseSuccessResponseBody: false };
  return getOctokit(token, { baseUrl: apiUrl.replace(/\/+$/, ''), log: silent, request });
}

const ignore = (): undefined => undefined;

/** What Octokit hands to its `fetch`. */
interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect?: 'manual';
}

const MOVED: readonly number[] = [301, 307, 308];

/**
 * In place of `fetch`; `hear` gets each body as it came. GitHub moves the addresses of a repository that was renamed, within its own server:
 * a question is asked there once more, and no further; who answers is checked by its number. Nothing leads to another server, which would be
 * shown the token.
 */
export const asking = (hear: (body: Uint8Array) => void) => async (address: string, call: Call) => {
  const answer = await exchange(address, call);
  const moved = call.method === 'GET' && call.redirect !== 'manual' && MOVED.includes(answer.status);
  const place = moved ? onSameServer(answer.headers.get('location'), address) : null;
  const last = place === null ? answer : await exchange(place, call);
  hear(last.bytes);
  return response(place ?? address, last);
};

function onSameServer(location: string | undefined, address: string): string | null {
  if (location === undefined || !URL.canParse(location, address)) return null;
  const place = new URL(location, address);
  return place.origin === new URL(address).origin ? place.href : null;
}

/** As much of a `Response` as Octokit looks at; one of Node's own would load all of `fetch`. */
function response(url: string, { status, headers, bytes }: Exchanged) {
  const text = new TextDecoder().decode(bytes);
  return {
    url,
    status,
    headers,
    body: contentOf(text, headers),
    text: () => Promise.resolve(text),
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  };
}

/** Octokit's own parser calls back for every value of an answer, to keep numbers that no document of ours may hold. */
function contentOf(text: string, headers: Exchanged['headers']): unknown {
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
