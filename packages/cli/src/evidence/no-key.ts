import { ConfigurationError } from '@proofrail/core/outcomes';

/** Nobody said who signs. */
export const noKey = (at: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'a key to sign with: --key or $PROOFRAIL_KEY',
    found: 'neither',
    at,
    doThis: 'make one with "proofrail keys new"',
  });
