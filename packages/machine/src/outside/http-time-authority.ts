import { UnavailableError } from '@proofrail/core/outcomes';
import type { TimeAuthority } from '@proofrail/core/ports';
import { outsideAddress } from './outside-address.ts';
import { postSmall } from './post-small.ts';

/** An authority over HTTP (RFC 3161 3.4). ConfigurationError `outside/address`. */
export function httpTimeAuthority(address: string, at: string): TimeAuthority {
  const url = outsideAddress(address, at);
  return {
    name: url.href,
    async stamp(request) {
      const answer = await postSmall(url, 'application/timestamp-query', request);
      if (typeof answer === 'string') throw unavailable(answer, url);
      // sigstore's server answers 201 (POST made something), all others 200.
      if (answer.status !== 200 && answer.status !== 201) throw unavailable(`status ${answer.status}`, url);
      if (answer.type !== 'application/timestamp-reply') throw unavailable('an answer of another type', url);
      return answer.body;
    },
  };
}

const unavailable = (found: string, { href }: URL): UnavailableError =>
  new UnavailableError('timestamp/unavailable', {
    expected: 'a time-stamp',
    found,
    at: href,
    doThis: 'The seal stands without it; the next one asks again. Look at the state of the service if it stays so.',
  });
