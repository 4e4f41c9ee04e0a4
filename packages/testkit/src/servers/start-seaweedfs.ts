import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from './free-ports.ts';
import { startServer, type ServerCommand, type ServerProcess } from './start-server.ts';
import { UNSIGNED_REFUSED } from './unsigned-refused.ts';

export interface SeaweedFs extends ServerProcess {
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const SERVICES = ['master', 'volume', 'filer', 's3', 'admin'] as const;

/** Its S3 gate is open up to five seconds before its master has heard of the volumes; until then every object is an InternalError. */
const VOLUMES_KNOWN = { path: '/dir/status', status: 200, says: /"DataNodes":\s*\[\s*\{/ } as const;

const CREDENTIALS = { accessKeyId: 'AKIAPROOFRAILTESTS00', secretAccessKey: 'for-the-loopback-only' };

/** A real S3 server with an empty store of its own, on the loopback alone. `program`: the `weed` of SeaweedFS 4.48. */
export async function startSeaweedFs(program: string): Promise<SeaweedFs> {
  return { ...(await startServer(() => prepared(program))), credentials: CREDENTIALS };
}

/** Left to itself it listens on every address and tells its makers about the machine. */
async function prepared(program: string): Promise<ServerCommand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-weed-'));
  const identity = {
    name: 'owner',
    credentials: [{ accessKey: CREDENTIALS.accessKeyId, secretKey: CREDENTIALS.secretAccessKey }],
    actions: ['Admin', 'Read', 'Write', 'List', 'Tagging'],
  };
  writeFileSync(path.join(folder, 's3.json'), JSON.stringify({ identities: [identity] }));
  const ports = await freePorts(SERVICES.length * 2);
  const port = (index: number): number => ports[index] ?? 0;
  const words = [
    'mini',
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
  const urlOf = (name: (typeof SERVICES)[number]): string => `http://127.0.0.1:${port(2 * SERVICES.indexOf(name))}`;
  const parts = [{ ...VOLUMES_KNOWN, url: urlOf('master') }];
  return { program, words, url: urlOf('s3'), ready: UNSIGNED_REFUSED, parts, folder, leftovers: sockets };
}
