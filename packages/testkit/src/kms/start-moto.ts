import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChildServer } from '../processes/child-server.ts';
import { freePorts } from '../s3/free-ports.ts';
import { signedRequest } from '../fake-s3/sigv4/sign-request.ts';

export interface Moto {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** It looks at none, but SDKs send some. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Makes a key for signing and answers its ARN. */
  createKey(spec: string): Promise<string>;
  stop(): Promise<void>;
}

const ATTEMPTS = 3; // a port may be taken between being found free and being used
const READY_MILLISECONDS = 60_000; // Python on a busy machine

/** AWS as moto imagines it, empty and on the loopback alone. `program`: the `moto_server` of moto 5.2.5. */
export async function startMoto(program: string): Promise<Moto> {
  for (let attempt = 1; ; attempt++) {
    const server = await start(program);
    if (server !== null) return server;
    if (attempt === ATTEMPTS) throw new Error(`${program} did not answer within ${READY_MILLISECONDS / 1000} s`);
  }
}

async function start(program: string): Promise<Moto | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-moto-'));
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const credentials = { accessKeyId: 'AKIAPROOFRAILTESTS00', secretAccessKey: 'for-the-loopback-only' };
  const server = new ChildServer(program, ['-H', '127.0.0.1', '-p', String(port)], folder);
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const createKey = async (spec: string): Promise<string> => {
    const asked = { KeySpec: spec, KeyUsage: 'SIGN_VERIFY' };
    const { KeyMetadata: key, message } = await ask(url, credentials, 'CreateKey', asked);
    if (key === undefined) throw new Error(`moto makes no key of spec ${spec}: ${message ?? 'no reason'}`);
    return key.Arn;
  };
  if (await answers(url, server)) return { url, credentials, createKey, stop };
  await stop();
  return null;
}

interface Answer {
  readonly KeyMetadata?: { readonly Arn: string };
  readonly message?: string;
}

async function ask(url: string, credentials: Moto['credentials'], operation: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` };
  const bytes = Buffer.from(JSON.stringify(body));
  const answer = await fetch(url, signedRequest({ method: 'POST', url, service: 'kms', credentials, headers, body: bytes }));
  return (await answer.json()) as Answer;
}

async function answers(url: string, server: ChildServer): Promise<boolean> {
  const deadline = performance.now() + READY_MILLISECONDS;
  while (performance.now() < deadline && server.runs) {
    const status = await fetch(`${url}/moto-api/`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return true;
    await setTimeout(100);
  }
  return false;
}
