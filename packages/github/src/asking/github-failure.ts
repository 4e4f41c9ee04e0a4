import { UnavailableError } from '@proofrail/core/outcomes';
import type { Permission } from '../permission.ts';

export const rateLimited = (at: string, limit: string): UnavailableError =>
  new UnavailableError('github/rate-limited', {
    expected: 'room within the rate limit in at most 60 s',
    found: limit,
    at,
    doThis: 'Run the job again when the limit has been lifted; every workflow of the repository shares it.',
  });

export const unreachable = (at: string, found: string): UnavailableError =>
  new UnavailableError('github/unreachable', {
    expected: 'an answer of GitHub',
    found,
    at,
    doThis: 'Run the job again; githubstatus.com says whether GitHub is down.',
  });

/** GitHub answers 401 to a token that it does not know, and 403 or nothing to one that may not. */
export const tokenRefused = (): UnavailableError =>
  new UnavailableError('github/token-refused', {
    expected: 'a token that GitHub knows',
    found: 'one that it refuses (401)',
    at: 'POST /graphql',
    doThis: 'Leave "github-token" out, so that the job’s own token is used; another one may have been revoked or have expired.',
  });

/** Without these there is no change to speak of: no document could say what is unknown about it. */
export const notReadable = (what: string, found: string, permission: Permission): UnavailableError =>
  new UnavailableError('github/not-readable', {
    expected: what,
    found,
    at: 'GitHub',
    doThis:
      permission === 'metadata' // always granted, and no permission that a workflow may name
        ? 'Check the name, and that the token may read this repository.'
        : `Grant the job "permissions: {${permission}: read}" or, if it has that, check that the repository and the change still exist.`,
  });

/** No permission of a job reaches into another repository that is not public. */
export const gateNotReadable = (
  what: string,
  found: string,
  { owner, name }: { readonly owner: string; readonly name: string },
): UnavailableError =>
  new UnavailableError('github/not-readable', {
    expected: what,
    found,
    at: 'GitHub',
    doThis: `Make ${owner}/${name} public, or give "github-token" the token of a GitHub App that may read it and the judged repository: a job's own token reads no other private or internal repository.`,
  });
