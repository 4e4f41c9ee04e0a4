import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that takes as long as one to another town. */
export interface DelayingProxy {
  /** `http://127.0.0.1:PORT`. Signatures hold: they cover this name, and the server is sent it as the client signed it. */
  readonly url: string;
  /** That were sent through it so far, repeated ones included. */
  readonly requests: number;
  close(): Promise<void>;
}

// No client here sends a second request before it has the first one's answer, so that each begins a packet.
const REQUEST = /^(?:GET|HEAD|PUT|POST|DELETE) \S+ HTTP\/1\.1\r\n/;

/** Holds every byte for half a round trip, in both directions, and the first ones for a whole one more: that long a connection takes to open. */
export async function startDelayingProxy(target: string, roundTripMilliseconds: number): Promise<DelayingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let requests = 0;
  const keep = (socket: Socket): void => {
    sockets.add(socket.setNoDelay(true));
    socket.on('error', () => socket.destroy()); // the other end hears of it by "close"
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    keep(client);
    keep(upstream);
    const opened = performance.now() + roundTripMilliseconds;
    client.on('data', (bytes) => {
      if (REQUEST.test(bytes.toString('latin1', 0, 8_192))) requests += 1;
    });
    passOn(client, upstream, roundTripMilliseconds / 2, opened);
    passOn(upstream, client, roundTripMilliseconds / 2, opened);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get requests() {
      return requests;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Whichever timer fires first, what came first goes on first. */
function passOn(from: Socket, to: Socket, delay: number, opened: number): void {
  const held: (() => void)[] = [];
  const hold = (act: () => void): void => {
    held.push(act);
    setTimeout(() => held.shift()?.(), Math.max(opened - performance.now(), 0) + delay);
  };
  from.on('data', (bytes) => hold(() => to.writable && to.write(bytes)));
  from.on('close', () => hold(() => to.end()));
}
