import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeIssuer, type FakeIssuerOptions } from './fake-issuer.ts';

export interface RunningFakeIssuer {
  readonly issuer: FakeIssuer;
  /** Where its keys are found, whatever it calls itself. */
  readonly url: string;
  close(): Promise<void>;
}

/** An issuer that publishes its keys, as a relying party finds those of GitHub (OpenID Connect Discovery). */
export async function startFakeIssuer(options: FakeIssuerOptions = {}): Promise<RunningFakeIssuer> {
  const issuer = new FakeIssuer(options);
  const server = createServer((request, response) => {
    const document = documents[request.url ?? '/'];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const documents: Readonly<Record<string, object>> = {
    '/.well-known/openid-configuration': {
      issuer: issuer.issuer,
      jwks_uri: `${url}/.well-known/jwks`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
    '/.well-known/jwks': { keys: [{ ...issuer.jwk, kid: issuer.kid, alg: 'RS256', use: 'sig' }] },
  };
  return { issuer, url, close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()) };
}
