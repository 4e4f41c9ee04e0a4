import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FakeTimeAuthority } from './fake-time-authority.ts';

export interface RunningFakeTimeAuthority {
  readonly url: string;
  close(): Promise<void>;
}

/** A fake time authority over HTTP on this machine. */
export async function startFakeTimeAuthority(authority: FakeTimeAuthority): Promise<RunningFakeTimeAuthority> {
  const server = createServer((request, response) => {
    void buffer(request)
      .then((asked) => authority.stamp(asked))
      .then(
        (reply) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply),
        () => response.writeHead(503).end(),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
