import { setTimeout } from 'node:timers/promises';
import { ConfigurationError, UnavailableError } from '@proofrail/core/outcomes';
import type { IdentityTokens } from '@proofrail/core/ports';
import { credentialsIn, refusalCodeIn, type TemporaryCredentials } from './read-sts-answer.ts';
import { roleRefused } from './role-refused.ts';

export interface RoleRequest {
  readonly arn: string;
  /** Whom the token is for: nobody but the ledger's roles, so that no other relying party's token opens them. */
  readonly audience: string;
  /** What CloudTrail shows beside every call. */
  readonly sessionName: string;
  /** Where the role is asked for. */
  readonly sts: string;
  /** Null in a job that may not ask for identity tokens. */
  readonly tokens: IdentityTokens | null;
  /** Keeps a secret out of the log. */
  readonly hide: (secret: string) => void;
}

const SHORTEST_SESSION = 900; // seconds, the least that STS gives (API reference, AssumeRoleWithWebIdentity)
const ATTEMPTS = 3;
const FIRST_PAUSE = 500; // milliseconds; doubled each time
const LONGEST_WAIT = 10_000; // milliseconds for one answer
const MOST_CHARACTERS = 65_536;
const PASSES = new Set(['IDPCommunicationError', 'Throttling', 'ThrottlingException', 'RequestLimitExceeded']);

/**
 * A role for the shortest time there is, by the platform's word: no secret is stored anywhere, and nothing is left in the environment or
 * on disk for the steps that follow.
 *
 * @throws ConfigurationError `role/no-identity`; UnavailableError `role/denied`, `role/expired`, `role/unavailable`, `platform/no-token`
 */
export async function assumeRole(request: RoleRequest): Promise<TemporaryCredentials> {
  if (request.tokens === null) throw noIdentity(request.arn);
  const token = Buffer.from(await request.tokens.tokenFor(request.audience)).toString('latin1');
  let found = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await setTimeout(FIRST_PAUSE * 2 ** (attempt - 1));
    const answer = await ask(request, token);
    if (answer.kind === 'refused') throw roleRefused(answer.code, token, request);
    if (answer.kind === 'given') return hidden(answer.credentials, request.hide);
    found = answer.found;
  }
  throw unavailable(found, request.sts);
}

type Answer =
  | { readonly kind: 'given'; readonly credentials: TemporaryCredentials }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'failed'; readonly found: string };

/** The call is signed by nothing: the token is the whole proof. What an answer said is not repeated: it may hold credentials. */
async function ask({ arn, sessionName, sts }: RoleRequest, token: string): Promise<Answer> {
  const body = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: String(SHORTEST_SESSION),
    WebIdentityToken: token,
  });
  try {
    const signal = AbortSignal.timeout(LONGEST_WAIT);
    const response = await fetch(sts, { method: 'POST', body, redirect: 'error', signal }); // the token belongs to this address alone
    const text = (await response.text()).slice(0, MOST_CHARACTERS);
    if (response.status !== 200) return refusal(response.status, refusalCodeIn(text));
    const credentials = credentialsIn(text);
    return credentials === null ? { kind: 'failed', found: 'an answer without credentials' } : { kind: 'given', credentials };
  } catch (cause) {
    return { kind: 'failed', found: `no answer (${cause instanceof Error ? cause.name : 'an error'})` };
  }
}

function refusal(status: number, code: string): Answer {
  const passes = status < 400 || status >= 500 || status === 429 || PASSES.has(code);
  return passes ? { kind: 'failed', found: `${status} ${code}` } : { kind: 'refused', code };
}

function hidden(credentials: TemporaryCredentials, hide: (secret: string) => void): TemporaryCredentials {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  for (const secret of [secretAccessKey, sessionToken, accessKeyId]) hide(secret);
  return credentials;
}

const noIdentity = (arn: string): ConfigurationError =>
  new ConfigurationError('role/no-identity', {
    expected: 'a job that may ask the platform for identity tokens, so that it can assume a role',
    found: 'none',
    at: arn,
    doThis: 'add "id-token: write" under "permissions:" of the job; the platform never gives it to a pull request from a fork',
  });

const unavailable = (found: string, at: string): UnavailableError =>
  new UnavailableError('role/unavailable', {
    expected: 'credentials for the role',
    found,
    at,
    doThis: 'Run it again; if it stays so, look at the state of the service, and let the runner reach this address.',
  });
