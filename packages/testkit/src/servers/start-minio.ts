import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from './free-ports.ts';
import { startServer, type ServerCommand, type ServerProcess } from './start-server.ts';
import { UNSIGNED_REFUSED } from './unsigned-refused.ts';

export interface Minio extends ServerProcess {
  /** Of its owner, whom no policy of a bucket binds. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** The one key of its KMS, for `kms-key=`. */
  readonly kmsKey: string;
}

/** Whose tokens open a role of this server. */
export interface WebIdentity {
  /** Where the issuer publishes its keys, `http://127.0.0.1:PORT`. MinIO does not compare this with the `iss` of a token. */
  readonly keysAt: string;
  readonly audience: string;
}

const CREDENTIALS = { accessKeyId: 'AKIAPROOFRAILTESTS01', secretAccessKey: 'for-the-loopback-only' };
const KMS_KEY = '3f1c2b54-7a6e-4d0c-9b58-20c1d6e7a901'; // a name like those of AWS; it may be any

/** A real S3 server with an empty store of its own, on the loopback alone. `program`: built from test/tools/minio. */
export async function startMinio(program: string, identity: WebIdentity | null = null): Promise<Minio> {
  return { ...(await startServer(() => prepared(program, identity))), credentials: CREDENTIALS, kmsKey: KMS_KEY };
}

/** The role that tokens for this audience open: MinIO makes its name out of the audience. */
export function minioRole(audience: string): string {
  return `arn:minio:iam:::role/${createHash('sha1').update(audience).digest('base64url')}`;
}

/** Left to itself it serves a console on every address, and looks for news of itself. */
async function prepared(program: string, identity: WebIdentity | null): Promise<ServerCommand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-minio-'));
  const [port] = await freePorts(1);
  const address = `127.0.0.1:${port}`;
  const environment = {
    MINIO_ROOT_USER: CREDENTIALS.accessKeyId,
    MINIO_ROOT_PASSWORD: CREDENTIALS.secretAccessKey,
    MINIO_BROWSER: 'off',
    MINIO_UPDATE: 'off',
    MINIO_CALLHOME_ENABLE: 'off',
    MINIO_KMS_SECRET_KEY: `${KMS_KEY}:${randomBytes(32).toString('base64')}`,
    ...(identity === null ? {} : trusting(identity)),
  };
  const words = ['server', '--quiet', '--address', address, path.join(folder, 'store')];
  return { program, words, environment, url: `http://${address}`, ready: UNSIGNED_REFUSED, folder };
}

const trusting = ({ keysAt, audience }: WebIdentity): Record<string, string> => ({
  MINIO_IDENTITY_OPENID_CONFIG_URL: `${keysAt}/.well-known/openid-configuration`,
  MINIO_IDENTITY_OPENID_CLIENT_ID: audience,
  MINIO_IDENTITY_OPENID_CLIENT_SECRET: randomBytes(32).toString('hex'), // left out, anybody's HS256 token under an empty key is good
  MINIO_IDENTITY_OPENID_ROLE_POLICY: 'readwrite',
});
