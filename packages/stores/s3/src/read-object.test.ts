import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { readObject } from './read-object.ts';
import { connectS3 } from './s3-connection.ts';
import { parseS3Uri } from './s3-uri.ts';

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

async function read(headers: Record<string, string>, body: string) {
  const server = createServer(
    (_, response) => void response.writeHead(200, { ...headers, 'content-length': String(body.length) }).end(body),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const connection = connectS3(parseS3Uri('s3://evidence?region=us-east-1'), {
    endpoint: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pathStyle: true },
    credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
  });
  return readObject(connection, 'v1/records/1/x').finally(() => connection.close());
}

it('takes a page that no S3 server sent for no answer: as an object it would be evidence that somebody altered', async () => {
  expect(await read({ etag: '"1"' }, 'evidence')).toMatchObject({ kind: 'found' });
  expect(await read({ 'content-type': 'text/html' }, '<html>Please log in</html>')).toMatchObject({
    kind: 'unreadable',
    passing: true,
  });
});
