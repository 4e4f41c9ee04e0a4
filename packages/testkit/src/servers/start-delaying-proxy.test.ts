import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDelayingProxy, type DelayingProxy } from './start-delaying-proxy.ts';

const ROUND_TRIP = 40;
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a delaying proxy', () => {
  /** Answers with what it was sent, and with the name it was called by. */
  const server = createServer((request, response) => {
    response.setHeader('x-called', request.headers.host ?? '');
    request.pipe(response);
  });
  let proxy: DelayingProxy;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = await startDelayingProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, ROUND_TRIP);
  });
  afterAll(async () => {
    await proxy.close();
    server.close();
  });

  it('changes no byte on either way, nor the name that a signature covers', async () => {
    const bytes = randomBytes(3_000_000);
    const answer = await fetch(proxy.url, { method: 'PUT', body: bytes });
    expect(digest(new Uint8Array(await answer.arrayBuffer()))).toBe(digest(bytes));
    expect(`http://${answer.headers.get('x-called')}`).toBe(proxy.url);
  });

  it('lets no answer through sooner than the round trip, and counts each request', async () => {
    const before = proxy.requests;
    for (let n = 0; n < 5; n++) {
      const began = performance.now();
      await (await fetch(`${proxy.url}/${n}`)).text();
      expect(performance.now() - began).toBeGreaterThan(ROUND_TRIP - 2); // timers count whole milliseconds
    }
    expect(proxy.requests - before).toBe(5);
  });
});
