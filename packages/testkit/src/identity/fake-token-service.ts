import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeIssuer } from './fake-issuer.ts';

export interface FakeTokenService {
  /** What the runner puts into the environment of a step whose job has `id-token: write`. Without that permission: none of it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Audiences in the order in which tokens were asked for. */
  readonly audiences: readonly string[];
  /** Requests, refused ones too. */
  asked(): number;
  /** Tokens that were given out. */
  readonly tokens: readonly string[];
  close(): Promise<void>;
}

export interface FakeTokenServiceOptions {
  /** Answers every request with that status instead. */
  readonly refuse?: number;
  /** Makes the token; default: what the issuer would sign. */
  readonly token?: (audience: string) => Uint8Array;
}

const BEARER = 'request-token-of-the-job';

/** The runner's service for identity tokens, which `getIDToken` of `@actions/core` asks. */
export async function startFakeTokenService(
  issuer: FakeIssuer,
  options: FakeTokenServiceOptions = {},
): Promise<FakeTokenService> {
  const { refuse, token = (audience) => issuer.token(audience) } = options;
  const audiences: string[] = [];
  const tokens: string[] = [];
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const audience = new URL(request.url ?? '/', 'http://localhost').searchParams.get('audience');
    const status = refuse ?? (request.headers.authorization === `Bearer ${BEARER}` && audience !== null ? 200 : 401);
    if (status !== 200 || audience === null) {
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"refused by the test"}');
      return;
    }
    const value = Buffer.from(token(audience)).toString('latin1');
    audiences.push(audience);
    tokens.push(value);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ count: value.length, value }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/idtoken/one?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER,
    },
    audiences,
    asked: () => requests,
    tokens,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
