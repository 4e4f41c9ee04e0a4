import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChildServer } from '../processes/child-server.ts';
import { freePorts } from './free-ports.ts';

export interface SeaweedFs {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Ends it at once and removes its store. */
  stop(): Promise<void>;
}

const SERVICES = ['master', 'volume', 'filer', 's3', 'admin'] as const;
const ATTEMPTS = 3; // a port may be taken between being found free and being used
const READY_MILLISECONDS = 20_000;

/** A real S3 server with an empty store of its own, on the loopback alone. `program`: the `weed` of SeaweedFS 4.48. */
export async function startSeaweedFs(program: string): Promise<SeaweedFs> {
  for (let attempt = 1; ; attempt++) {
    const server = await start(program);
    if (server !== null) return server;
    if (attempt === ATTEMPTS) throw new Error(`${program} did not answer within ${READY_MILLISECONDS / 1000} s`);
  }
}

async function start(program: string): Promise<SeaweedFs | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-weed-'));
  const credentials = { accessKeyId: 'AKIAPROOFRAILTESTS00', secretAccessKey: 'for-the-loopback-only' };
  const identity = {
    name: 'owner',
    credentials: [{ accessKey: credentials.accessKeyId, secretKey: credentials.secretAccessKey }],
    actions: ['Admin', 'Read', 'Write', 'List', 'Tagging'],
  };
  writeFileSync(path.join(folder, 's3.json'), JSON.stringify({ identities: [identity] }));
  const { flags, url, sockets } = await flagsFor(folder);
  const server = new ChildServer(program, ['mini', ...flags], folder);
  const stop = async (): Promise<void> => {
    await server.stop();
    for (const left of [folder, ...sockets]) rmSync(left, { recursive: true, force: true });
  };
  if (await answers(url, server)) return { url, credentials, stop };
  await stop();
  return null;
}

/** Left to itself it listens on every address and tells its makers about the machine. */
async function flagsFor(folder: string): Promise<{ flags: string[]; url: string; sockets: string[] }> {
  const ports = await freePorts(SERVICES.length * 2);
  const port = (index: number): number => ports[index] ?? 0;
  const flags = [
    `-dir=${folder}`,
    '-ip=127.0.0.1',
    '-ip.bind=127.0.0.1',
    '-master.telemetry=false',
    '-webdav=false',
    '-admin.ui=false',
    '-s3.port.iceberg=0',
    '-s3.port.lance=0',
    `-s3.config=${path.join(folder, 's3.json')}`,
    ...SERVICES.flatMap((name, index) => [`-${name}.port=${port(2 * index)}`, `-${name}.port.grpc=${port(2 * index + 1)}`]),
  ];
  const sockets = SERVICES.flatMap((name, index) => [
    `/tmp/seaweedfs-${name}-${port(2 * index)}.sock`, // no flag moves the second kind
    `/tmp/seaweedfs-${name}-grpc-${port(2 * index + 1)}.sock`,
  ]);
  return { flags, url: `http://127.0.0.1:${port(2 * SERVICES.indexOf('s3'))}`, sockets };
}

/** 403 to whoever has no signature: the gateway is up and knows its identities. */
async function answers(url: string, server: ChildServer): Promise<boolean> {
  const deadline = performance.now() + READY_MILLISECONDS;
  while (performance.now() < deadline && server.runs) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 403) return true;
    await setTimeout(100);
  }
  return false;
}
