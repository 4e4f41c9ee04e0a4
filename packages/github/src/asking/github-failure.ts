import { UnavailableError } from '@proofrail/core/outcomes';
import { missingPermission, type Permission } from '../permission.ts';

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

/** Without these there is no change to speak of: no document could say what is unknown about it. */
export const notReadable = (what: string, found: string, permission: Permission): UnavailableError =>
  new UnavailableError('github/not-readable', {
    expected: what,
    found,
    at: 'GitHub',
    doThis: `Grant the job\n${missingPermission(permission).yaml}\nor, if it has that, check that the repository and the change still exist.`,
  });
