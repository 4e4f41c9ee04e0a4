import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { httpIssuer } from './http-issuer.ts';

const ISSUER = 'https://token.actions.githubusercontent.com';
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Documents = (url: string) => Readonly<Record<string, RequestListener | object>>;

/** An issuer on this machine that answers these paths, and no others. */
async function serving(documents: Documents): Promise<string> {
  const server = createServer((request, response) => {
    const answer = all[request.url ?? ''];
    if (typeof answer === 'function') (answer as RequestListener)(request, response);
    else response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const all = documents(url);
  return url;
}

const CONFIGURATION = '/.well-known/openid-configuration';
const at = (url: string) => httpIssuer(`${ISSUER} ${url}`, '--issuer');

describe('an issuer over HTTP', () => {
  it('is asked where its keys are, and its bytes are handed on as they came', async () => {
    const url = await serving((own) => ({ [CONFIGURATION]: { issuer: ISSUER, jwks_uri: `${own}/keys` }, '/keys': { keys: [] } }));
    expect(at(url).issuer).toBe(ISSUER);
    expect(Buffer.from(await at(url).keySet()).toString()).toBe('{"keys":[]}');
  });

  it('is found below its path, as those of Enterprise Servers are', async () => {
    const url = await serving((own) => ({
      [`/_services/token${CONFIGURATION}`]: { issuer: 'https://github.example/_services/token', jwks_uri: `${own}/keys` },
      '/keys': {},
    }));
    const issuer = httpIssuer(`https://github.example/_services/token ${url}/_services/token`, '--issuer');
    expect(Buffer.from(await issuer.keySet()).toString()).toBe('{}');
  });

  it.each<[string, string, Documents]>([
    [
      'speaks for another issuer',
      'issuer/other',
      (own) => ({ [CONFIGURATION]: { issuer: `${ISSUER}/`, jwks_uri: `${own}/keys` }, '/keys': {} }),
    ],
    [
      'sends elsewhere for its keys',
      'issuer/other',
      () => ({ [CONFIGURATION]: { issuer: ISSUER, jwks_uri: 'http://127.0.0.1:1/keys' } }),
    ],
    ['names no place for its keys', 'issuer/other', () => ({ [CONFIGURATION]: { issuer: ISSUER } })],
    ['names no address for its keys', 'issuer/other', () => ({ [CONFIGURATION]: { issuer: ISSUER, jwks_uri: 'keys' } })],
    ['has no configuration', 'issuer/unavailable', () => ({})],
    ['has one that is a list', 'issuer/other', () => ({ [CONFIGURATION]: [] })],
    ['has one that is no JSON', 'issuer/unavailable', () => ({ [CONFIGURATION]: (_, response) => void response.end('<html>') })],
    ['has no keys there', 'issuer/unavailable', (own) => ({ [CONFIGURATION]: { issuer: ISSUER, jwks_uri: `${own}/keys` } })],
    [
      'redirects',
      'issuer/unavailable',
      (own) => ({
        [CONFIGURATION]: (_, response) => void response.writeHead(302, { location: `${own}/moved` }).end(),
        '/moved': { issuer: ISSUER, jwks_uri: `${own}/keys` },
        '/keys': {},
      }),
    ],
    [
      'answers without an end',
      'issuer/unavailable',
      () => ({ [CONFIGURATION]: (_, response) => void response.end(Buffer.alloc(70_000, 32)) }),
    ],
    ['hangs up', 'issuer/unavailable', () => ({ [CONFIGURATION]: ({ socket }) => void socket.destroy() })],
  ])('is not believed when it %s', async (_, code, documents) => {
    const url = await serving(documents);
    await expect(at(url).keySet()).rejects.toMatchObject({ code });
  });

  it.each([
    'http://token.example',
    'token.example',
    'https://user:password@token.example',
    'https://token.example?x=1',
    'https://token.example#x',
    'https://token.example http://elsewhere.example',
    'https://token.example https://elsewhere.example',
    'https://token.example http://127.0.0.1:1 http://127.0.0.1:2',
    '',
  ])('is never %s: only https names one, and only this machine may stand in for it', (text) => {
    expect(() => httpIssuer(text, '--issuer')).toThrow(expect.objectContaining({ code: 'issuer/address' }));
  });
});
