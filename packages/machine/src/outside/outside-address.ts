import { ConfigurationError } from '@proofrail/core/outcomes';

/**
 * The address of somebody who vouches for seals. Plain HTTP only to this machine: what they answer is signed, but on the way anybody could
 * keep it back.
 *
 * @throws ConfigurationError `outside/address`
 */
export function outsideAddress(text: string, at: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url !== null && url.username === '' && url.password === '' && (url.protocol === 'https:' || isLocal)) return url;
  throw new ConfigurationError('outside/address', {
    expected: 'an https address, without a password in it',
    found: url === null ? 'no address' : `${url.protocol}//${url.host}`,
    at,
    doThis: 'Name the address that its operator publishes; plain http is for this machine alone.',
  });
}
