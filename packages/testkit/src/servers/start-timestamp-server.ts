import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type ServerCommand, type ServerProcess } from './start-server.ts';
import { freePorts } from './free-ports.ts';

export interface TimestampServer extends ServerProcess {
  /** Where it gives time-stamps. */
  readonly tsa: string;
  /** PEM, from its signer up to its root; made anew at every start. */
  readonly chain: readonly string[];
}

/** sigstore's time authority with keys of its own. `program`: built from test/tools/timestamp-server. One at a time: its metrics have a fixed port. */
export async function startTimestampServer(program: string): Promise<TimestampServer> {
  const server = await startServer(() => prepared(program));
  const chain = await (await fetch(`${server.url}/api/v1/timestamp/certchain`)).text();
  return {
    ...server,
    tsa: `${server.url}/api/v1/timestamp`,
    chain: chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [],
  };
}

async function prepared(program: string): Promise<ServerCommand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-tsa-'));
  const [port] = await freePorts(1);
  const own = ['--timestamp-signer', 'memory', '--disable-ntp-monitoring']; // asked for the time of others, it would need a network
  const words = ['serve', '--host', '127.0.0.1', '--port', String(port), ...own];
  return { program, words, url: `http://127.0.0.1:${port}`, ready: { path: '/ping', status: 200 }, folder };
}
