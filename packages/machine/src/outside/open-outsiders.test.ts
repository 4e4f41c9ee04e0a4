import { generateKeyPairSync } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { formatVerifierKey, logKey } from '@proofrail/core/tlog';
import { httpTimeAuthority } from './http-time-authority.ts';
import { httpWitness } from './http-witness.ts';
import { openOutsiders } from './open-outsiders.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => void server.close().closeAllConnections());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function somebodysKey(): PublicKey {
  const pem = String(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  return publicKeyFromPem(pem, 'test');
}

const REPLY = 'application/timestamp-reply';
const answering = (status: number, type: string, body: string | Buffer) =>
  serving((_, response) => void response.writeHead(status, { 'content-type': type }).end(body));

describe('a time authority over HTTP', () => {
  it('is asked by POST with the type of RFC 3161, and its bytes are handed on', async () => {
    const asked: unknown[] = [];
    const url = await serving(({ method, headers }, response) => {
      asked.push([method, headers['content-type']]);
      response.writeHead(201, { 'content-type': REPLY }).end('token');
    });
    expect(Buffer.from(await httpTimeAuthority(url, '--tsa').stamp(Buffer.from('query'))).toString()).toBe('token');
    expect(asked).toEqual([['POST', 'application/timestamp-query']]);
  });

  it('is a gap, never an error that stops a seal: refused, of another type, too large, redirected, gone', async () => {
    for (const url of [
      await answering(500, REPLY, ''),
      await answering(200, 'text/html', 'token'),
      await answering(200, REPLY, Buffer.alloc(70_000)),
      await serving((_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()),
      await serving(({ socket }) => void socket.destroy()),
    ])
      await expect(httpTimeAuthority(url, '--tsa').stamp(new Uint8Array())).rejects.toMatchObject({
        code: 'timestamp/unavailable',
      });
  });
});

describe('a witness over HTTP', () => {
  it('says by 409 which size it knows, in the one spelling there is', async () => {
    const sized = (type: string, body: string) => answering(409, type, body).then((url) => httpWitness(url, '--witness'));
    const ask = async (type: string, body: string) => (await sized(type, body)).addCheckpoint(new Uint8Array());
    expect(await ask('text/x.tlog.size', '7\n')).toEqual({ kind: 'conflict', size: 7 });
    for (const [type, body] of [
      ['text/plain', '7\n'],
      ['text/x.tlog.size', '07\n'],
      ['text/x.tlog.size', '7'],
    ] as const)
      await expect(ask(type, body)).rejects.toMatchObject({ code: 'witness/unavailable' });
  });

  it('is asked under its submission prefix', async () => {
    const paths: unknown[] = [];
    const url = await serving(({ url: path }, response) => {
      paths.push(path);
      response.end('line');
    });
    for (const prefix of [url, `${url}/`, `${url}/w/1`]) await httpWitness(prefix, '--witness').addCheckpoint(new Uint8Array());
    expect(paths).toEqual(['/add-checkpoint', '/add-checkpoint', '/w/1/add-checkpoint']);
  });
});

describe('whom a sealer asks', () => {
  it.each(['http://time.example', 'https://user:password@time.example', 'ftp://time.example', 'time.example'])(
    'is never asked over %s',
    (address) => expect(() => openOutsiders({ tsa: [address] })).toThrow(expect.objectContaining({ code: 'outside/address' })),
  );

  it('is a witness with its key, or nobody', () => {
    const log = formatVerifierKey(logKey('w.example', somebodysKey()));
    const tries = [
      ['https://w.example', 'not two words'],
      ['x https://w.example', '"x", which has not the three parts'],
      ['w.example+00000000+AAAA https://w.example', 'whose hash is not that'],
      [`${log} https://w.example`, 'signs logs and no cosignatures'],
    ] as const;
    for (const [witness, found] of tries)
      expect(() => openOutsiders({ witness: [witness] })).toThrow(
        expect.objectContaining({ code: 'witness/key', found: expect.stringContaining(found) as unknown }),
      );
  });
});
