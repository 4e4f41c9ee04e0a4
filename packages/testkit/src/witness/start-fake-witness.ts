import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { FakeWitness } from './fake-witness.ts';

export interface RunningFakeWitness {
  /** Its submission prefix. */
  readonly url: string;
  close(): Promise<void>;
}

/** A fake witness over HTTP on this machine. */
export async function startFakeWitness(witness: FakeWitness): Promise<RunningFakeWitness> {
  const server = createServer((request, response) => {
    const isAsked = request.method === 'POST' && request.url === '/add-checkpoint';
    void text(request)
      .then((asked) => (isAsked ? witness.addCheckpoint(asked) : { status: 404, type: 'text/plain', body: '' }))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
