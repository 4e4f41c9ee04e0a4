import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { readBucketLock } from './bucket-lock.ts';
import { connectS3 } from './s3-connection.ts';
import { parseS3Uri } from './s3-uri.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

async function lockBy(body: string) {
  const server = createServer((_, response) => void response.writeHead(200).end(body));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connection = connectS3(parseS3Uri('s3://evidence?region=us-east-1'), {
    endpoint: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  return readBucketLock(connection).finally(() => connection.close());
}

it('tells a bucket without a default lock from an answer that no S3 server gives: no lock would be looked at any more', async () => {
  expect(
    await lockBy('<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>'),
  ).toEqual({ kind: 'none' });
  for (const body of ['', '<html>Please log in</html>'])
    await expect(lockBy(body)).rejects.toMatchObject({ code: 'store/unavailable', outcome: 'unavailable' });
});
