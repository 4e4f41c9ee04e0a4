import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { against } from '../../test/against.ts';
import { exchange } from './exchange.ts';

const ask = (url: string, more: object = {}) => exchange(url, { signal: AbortSignal.timeout(500), ...more });

describe('an exchange over HTTP', () => {
  it('takes method, headers and body along, and brings status, headers and bytes back', async () => {
    const echo: RequestListener = (request, response) => {
      void request.toArray().then((body: Buffer[]) => {
        response.writeHead(201, { 'X-Asked': `${request.method} ${request.headers['x-one']}` }).end(Buffer.concat(body));
      });
    };
    const answer = await against(echo, (url) => ask(url, { method: 'POST', headers: { 'x-one': '1' }, body: 'größer' }));
    expect([answer.status, answer.headers.get('x-asked'), new TextDecoder().decode(answer.bytes)]).toEqual([
      201,
      'POST 1',
      'größer',
    ]);
  });

  it('is led nowhere: a redirect is an answer', async () => {
    const elsewhere = 'https://elsewhere.example/';
    const answer = await against((_, response) => response.writeHead(302, { location: elsewhere }).end(), ask);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, elsewhere]);
  });

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>();
    await against(
      (request, response) => {
        ports.add(request.socket.remotePort);
        response.end('{}');
      },
      async (url) => {
        for (let call = 0; call < 3; call += 1) await ask(url);
      },
    );
    expect(ports.size).toBe(1);
  });

  it.each(['http://elsewhere.example/', 'http://127.0.0.1.elsewhere.example/', 'ftp://127.0.0.1/', 'file:///etc/passwd'])(
    'never happens in the open: %s',
    async (address) => {
      await expect(ask(address)).rejects.toMatchObject({ code: 'ERR_NOT_PRIVATE' });
    },
  );

  it.each<[string, RequestListener]>([
    [
      'half an answer',
      (_, response) => void response.writeHead(200, { 'content-length': '10' }).write('half', () => response.destroy()),
    ],
    ['none at all', (request) => request.socket.destroy()],
    ['more than anybody wants', (_, response) => response.end('x'.repeat(2_000))],
    ['none in time', () => undefined],
    ['one that never ends', (_, response) => void response.writeHead(200).write('…')],
  ])('fails with %s', async (_name, listener) => {
    await expect(against(listener, (url) => ask(url, { most: 1_000 }))).rejects.toThrow();
  });
});
