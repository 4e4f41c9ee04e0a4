import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { createObject } from './create-object.ts';
import { connectS3 } from './s3-connection.ts';
import { parseS3Uri } from './s3-uri.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

const failing = (status: number, code: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);

/** What one create makes of what a server says, and how often it asked. */
async function creating(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  let requests = 0;
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    requests += 1;
    seen.push(request.headers);
    request.resume().on('end', () => answer(request, response));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = connectS3(parseS3Uri('s3://evidence?region=us-east-1&owner=123456789012&kms-key=alias/evidence'), {
    endpoint: { url: `http://127.0.0.1:${port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  const result = await createObject(connection, { key: 'v1/x', bytes: Buffer.from('x') }).catch((thrown: unknown) => thrown);
  connection.close();
  return { result, requests, headers: seen[0] ?? {} };
}

it.each<[number, string]>([
  [409, 'ConditionalRequestConflict'],
  [409, 'OperationAborted'],
  [400, 'RequestTimeout'],
  [400, 'BadDigest'],
  [408, 'RequestTimeout'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
  [502, 'BadGateway'],
  [503, 'SlowDown'],
  [504, 'GatewayTimeout'],
])('takes %i %s for no answer, and does not ask again by itself', async (status, code) => {
  const { result, requests } = await creating(failing(status, code));
  expect([result, requests]).toEqual([{ kind: 'unknown', cause: `${status} ${code}` }, 1]);
});

it('takes a connection that breaks, or an answer that is no HTTP, for no answer', async () => {
  const reset = await creating((request) => void request.socket.destroy());
  expect([reset.result, reset.requests]).toEqual([{ kind: 'unknown', cause: expect.any(String) }, 1]);
  const garbage = await creating((request) => void request.socket.end('what?\r\n\r\n'));
  expect(garbage.result).toMatchObject({ kind: 'unknown' });
});

it('takes an answer about other bytes for no answer', async () => {
  const { result } = await creating((_, response) => {
    response.writeHead(200, { 'x-amz-checksum-sha256': 'AAAA', 'x-amz-version-id': 'v1' }).end();
  });
  expect(result).toMatchObject({ kind: 'unknown' });
});

it.each([
  ['nothing', ''],
  ['a login page', '<html>Please log in</html>'],
])('takes 200 and %s, which no S3 server says of a create, for no answer: nothing may have been stored', async (_, page) => {
  const { result } = await creating((__, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page));
  expect(result).toMatchObject({ kind: 'unknown' });
});

it('takes 412 for "somebody owns it", which may be us', async () => {
  expect((await creating(failing(412, 'PreconditionFailed'))).result).toEqual({ kind: 'exists' });
});

it.each<[number, string, string]>([
  [403, 'AccessDenied', 'store/denied'],
  [403, 'SignatureDoesNotMatch', 'store/unavailable'],
  [404, 'NoSuchBucket', 'store/unavailable'],
  [400, 'KMS.DisabledException', 'store/unavailable'],
  [301, 'PermanentRedirect', 'store/unavailable'],
  [501, 'NotImplemented', 'store/unavailable'],
])('stops at %i %s, which asking again does not change', async (status, code, error) => {
  const { result } = await creating(failing(status, code));
  expect(result).toMatchObject({ outcome: 'unavailable', code: error, found: `${status} ${code}` });
});

it('asks for a create only, of exactly these bytes, in the bucket of this account', async () => {
  const { headers, result } = await creating((_, response) => void response.writeHead(200, { 'x-amz-version-id': 'v1' }).end());
  expect(result).toEqual({ kind: 'created', version: 'v1' });
  expect(headers).toMatchObject({
    'if-none-match': '*',
    'x-amz-checksum-sha256': 'LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=',
    'x-amz-expected-bucket-owner': '123456789012',
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': 'alias/evidence',
  });
  expect(Object.keys(headers).filter((name) => /crc|object-lock|trailer/.test(name))).toEqual([]);
});
