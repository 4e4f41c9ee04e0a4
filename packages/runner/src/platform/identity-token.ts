import { UnavailableError } from '@proofrail/core/outcomes';
import type { IdentityTokens } from '@proofrail/core/ports';
import { setTimeout } from 'node:timers/promises';
import { maskSecret } from '../outputs/mask-secret.ts';

const ATTEMPTS = 3;
const FIRST_PAUSE = 500; // milliseconds; doubled each time
const LONGEST_WAIT = 10_000; // milliseconds for one answer
const MOST_CHARACTERS = 65_536;

/**
 * The platform's identity tokens, or null in a job without the permission `id-token: write`: the runner gives address and request token
 * to no other. What getIDToken of `@actions/core` does, without the HTTP client that it loads at start.
 *
 * @param hide keeps a token out of the log; a program whose standard output is a document of its own cannot say that there
 */
export function identityTokens(
  environment: NodeJS.ProcessEnv,
  hide: (token: string) => void = maskSecret,
): IdentityTokens | null {
  const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
  const bearer = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
  if (address === '' || bearer === '') return null;
  return { tokenFor: async (audience) => hidden(await tokenFrom(address, bearer, audience), hide) };
}

async function tokenFrom(address: string, bearer: string, audience: string): Promise<string> {
  const url = addressFor(address, audience);
  let found = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await setTimeout(FIRST_PAUSE * 2 ** (attempt - 1));
    const answer = await ask(url, bearer);
    if (answer.kind === 'token') return answer.token;
    found = answer.found;
    if (answer.kind === 'refused') break;
  }
  throw noToken(found);
}

type TokenAnswer =
  { readonly kind: 'token'; readonly token: string } | { readonly kind: 'refused' | 'failed'; readonly found: string };

/** What an answer said is not repeated: it may hold the token, or bytes of whoever stands in between. */
async function ask(url: URL, bearer: string): Promise<TokenAnswer> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json; api-version=2.0' },
      redirect: 'error', // the request token belongs to this address alone
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (response.status !== 200) {
      const kind = response.status >= 500 || response.status === 429 ? 'failed' : 'refused';
      return { kind, found: `status ${response.status}` };
    }
    const token = tokenIn(await response.text());
    return token === null ? { kind: 'refused', found: 'an answer without a token' } : { kind: 'token', token };
  } catch (cause) {
    return { kind: 'failed', found: `no answer (${cause instanceof Error ? cause.name : 'an error'})` };
  }
}

function tokenIn(text: string): string | null {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    const { value } = JSON.parse(text) as { value?: unknown };
    return typeof value === 'string' && /^[\w.-]+$/.test(value) ? value : null;
  } catch {
    return null;
  }
}

function hidden(token: string, hide: (token: string) => void): Uint8Array {
  hide(token);
  return new TextEncoder().encode(token);
}

/** Plain HTTP only to this machine, where a test or a proxy of the runner listens: on the way anybody could read the token. */
function addressFor(address: string, audience: string): URL {
  if (!URL.canParse(address)) throw noToken('an address that is none');
  const url = new URL(address);
  const local = url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !local) throw noToken('an address without TLS');
  url.searchParams.set('audience', audience);
  return url;
}

const noToken = (found: string): UnavailableError =>
  new UnavailableError('platform/no-token', {
    expected: 'an identity token of this job for the record',
    found,
    at: 'env.ACTIONS_ID_TOKEN_REQUEST_URL',
    doThis:
      'Run the step again: nothing was recorded. Without "permissions: id-token: write" records say that no platform vouches for them.',
  });
