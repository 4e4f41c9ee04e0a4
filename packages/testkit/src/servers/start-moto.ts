import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { signedRequest } from '../fake-s3/sigv4/sign-request.ts';
import { freePorts } from './free-ports.ts';
import { startServer, type ServerCommand, type ServerProcess } from './start-server.ts';

export interface Moto extends ServerProcess {
  /** It looks at none, but SDKs send some. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Makes a key for signing and answers its ARN. */
  createKey(spec: string): Promise<string>;
}

const CREDENTIALS = { accessKeyId: 'AKIAPROOFRAILTESTS00', secretAccessKey: 'for-the-loopback-only' };

/** AWS as moto imagines it, empty and on the loopback alone. `program`: the `moto_server` of moto 5.2.5. */
export async function startMoto(program: string): Promise<Moto> {
  const server = await startServer(() => prepared(program));
  const createKey = async (spec: string): Promise<string> => {
    const { KeyMetadata: key, message } = await ask(server.url, 'CreateKey', { KeySpec: spec, KeyUsage: 'SIGN_VERIFY' });
    if (key === undefined) throw new Error(`moto makes no key of spec ${spec}: ${message ?? 'no reason'}`);
    return key.Arn;
  };
  return { ...server, credentials: CREDENTIALS, createKey };
}

async function prepared(program: string): Promise<ServerCommand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-moto-'));
  const [port] = await freePorts(1);
  const words = ['-H', '127.0.0.1', '-p', String(port)];
  return { program, words, url: `http://127.0.0.1:${port}`, ready: { path: '/moto-api/', status: 200 }, folder };
}

interface Answer {
  readonly KeyMetadata?: { readonly Arn: string };
  readonly message?: string;
}

async function ask(url: string, operation: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` };
  const bytes = Buffer.from(JSON.stringify(body));
  const answer = await fetch(
    url,
    signedRequest({ method: 'POST', url, service: 'kms', credentials: CREDENTIALS, headers, body: bytes }),
  );
  return (await answer.json()) as Answer;
}
