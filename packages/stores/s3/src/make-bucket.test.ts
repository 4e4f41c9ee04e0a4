import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { makeBucket } from './make-bucket.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

it.each(['AccessDenied', 'SlowDown'])(
  'says of a bucket whose lock is refused (%s) that it is there: made again, its name is taken',
  async (code) => {
    const server = createServer((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(404).end();
      if (!request.url?.includes('object-lock')) return void response.writeHead(200, { location: '/evidence' }).end();
      response.writeHead(code === 'AccessDenied' ? 403 : 503).end(`<Error><Code>${code}</Code></Error>`);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const making = makeBucket('s3://evidence?region=us-east-1', 30, {
      endpoint: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pathStyle: true },
      credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    });
    await expect(making).rejects.toMatchObject({
      code: code === 'AccessDenied' ? 'store/denied' : 'store/unavailable',
      outcome: 'unavailable',
      found: expect.stringContaining(code),
      doThis: expect.stringMatching(
        /^The bucket is made, and locks nothing.*delete-bucket --bucket evidence.*s3:PutBucketObjectLockConfiguration/,
      ),
    });
  },
);

it('makes nothing where it may not see whether the bucket is there: a wrong owner= is refused like this', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    asked.push(request.method);
    response.writeHead(request.method === 'HEAD' ? 403 : 200, { location: '/evidence' }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const making = makeBucket('s3://evidence?region=us-east-1&owner=123456789012', 30, {
    endpoint: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  await expect(making).rejects.toMatchObject({ code: 'store/denied', doThis: expect.stringContaining('A wrong owner=') });
  expect(asked).toEqual(['HEAD']);
});
