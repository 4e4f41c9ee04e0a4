import { UnavailableError } from '@proofrail/core/outcomes';
import type { Witness } from '@proofrail/core/ports';
import { outsideAddress } from './outside-address.ts';
import { postSmall } from './post-small.ts';

const SIZE = /^(0|[1-9][0-9]{0,15})\n$/;

/** A witness over HTTP (C2SP tlog-witness). `address`: its submission prefix. ConfigurationError `outside/address`. */
export function httpWitness(address: string, at: string): Witness {
  const prefix = outsideAddress(address, at);
  const url = new URL(`${prefix.href.replace(/\/$/, '')}/add-checkpoint`);
  return {
    name: prefix.href,
    async addCheckpoint(request) {
      const answer = await postSmall(url, 'text/plain; charset=utf-8', request);
      if (typeof answer === 'string') throw unavailable(answer, url);
      if (answer.status === 200) return { kind: 'cosigned', lines: answer.body };
      const size = answer.status === 409 && answer.type === 'text/x.tlog.size' ? SIZE.exec(answer.body.toString('latin1')) : null;
      if (size === null) throw unavailable(`status ${answer.status}`, url);
      return { kind: 'conflict', size: Number(size[1]) };
    },
  };
}

const unavailable = (found: string, { href }: URL): UnavailableError =>
  new UnavailableError('witness/unavailable', {
    expected: 'a cosignature',
    found,
    at: href,
    doThis: 'The seal stands without it; the next one asks again. 404 says that the witness does not know this log.',
  });
