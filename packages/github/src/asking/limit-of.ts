import type { Answered } from '../github-api.ts';

export interface Limit {
  readonly waitMilliseconds: number;
  /** For people: which limit, and until when. */
  readonly name: string;
}

/** GitHub asks for a minute when it names no time for a secondary limit. */
const UNNAMED_WAIT = 60_000;

/** The limit that an answer speaks of, or null: a 403 is usually a permission, and only its headers and words tell them apart. */
export function limitOf({ status, headers, body }: Answered, now: number): Limit | null {
  const spent = headers['x-ratelimit-remaining'] === '0';
  const said = /rate limit|RATE_LIMIT/i.test(wordsOf(body));
  const refused = status === 403 || status === 429;
  if (
    refused ? !(status === 429 || spent || said || headers['retry-after'] !== undefined) : !(status === 200 && limitError(body))
  )
    return null;
  const resource = spent ? `the hourly limit "${resourceOf(headers)}"` : 'a secondary limit';
  const seconds = wholeNumber(headers['retry-after']);
  if (seconds !== null) return { waitMilliseconds: seconds * 1000, name: `${resource}, retry-after ${seconds} s` };
  const reset = spent ? wholeNumber(headers['x-ratelimit-reset']) : null;
  if (reset === null) return { waitMilliseconds: UNNAMED_WAIT, name: resource };
  const wait = Math.max(0, reset * 1000 - now);
  return { waitMilliseconds: wait, name: `${resource}, lifted in ${Math.ceil(wait / 1000)} s` };
}

function resourceOf(headers: Answered['headers']): string {
  const resource = headers['x-ratelimit-resource'] ?? '';
  return /^[a-z_]{1,40}$/.test(resource) ? resource : 'core';
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[0-9]{1,12}$/.test(text) ? Number(text) : null;
}

function wordsOf(body: unknown): string {
  if (typeof body === 'string') return body.slice(0, 2_000);
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : '';
  return typeof message === 'string' ? message : '';
}

/** GraphQL speaks of its own limit in a 200. */
function limitError(body: unknown): boolean {
  const errors = typeof body === 'object' && body !== null && 'errors' in body ? body.errors : null;
  return (
    Array.isArray(errors) && errors.some((error: unknown) => typeOf(error) === 'RATE_LIMITED' || typeOf(error) === 'RATE_LIMIT')
  );
}

const typeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null && 'type' in error ? error.type : null);
