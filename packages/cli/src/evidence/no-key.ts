import { ConfigurationError } from '@proofrail/core/outcomes';

/** The key that was made for a ledger is not beside it any more. */
export const keyIsGone = (at: string, left: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'the private key that was made for this ledger',
    found: `only what was made with it, ${left}`,
    at,
    doThis:
      'put it back; if it is lost, make one elsewhere with "proofrail keys new", give it by --key, and add what "proofrail keys show" prints to the trust file',
  });

/** Nobody said who signs. */
export const noKey = (at: string): ConfigurationError =>
  new ConfigurationError('key/absent', {
    expected: 'a key to sign with: --key or $PROOFRAIL_KEY',
    found: 'neither',
    at,
    doThis: 'make one with "proofrail keys new"',
  });
