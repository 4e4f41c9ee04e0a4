import { UnavailableError } from '@proofrail/core/outcomes';

/** What is said of an answer with status 200 that lacks what every S3 server sends: a proxy or a login page gave it. */
export const NOT_FROM_S3 = 'an answer that no S3 server gives';

/** Taken for an answer, it would say that a listing has ended, or that a bucket locks nothing. */
export const notFromS3 = (at: string, permission: string): UnavailableError =>
  new UnavailableError('store/unavailable', {
    expected: `an answer to a call that needs ${permission}`,
    found: NOT_FROM_S3,
    at,
    doThis: 'See that the address leads to an S3 server, and that nothing on the way there answers in its place.',
  });
