import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { DIGEST } from '../material/change.ts';
import type { Workspace } from '../material/workspace.ts';
import { gate, laidOut } from './laid-out.ts';
import { proofrail } from './proofrail.ts';

const ACCOUNT = '123456789012';

interface Verified {
  readonly retention: { readonly by: string; readonly days: number; readonly decisions_ask?: number | null } | null;
  readonly findings: readonly { readonly code: string; readonly kind: string }[];
}

let server: FakeS3;
let workspace: Workspace;

const run = (words: readonly string[]) => {
  const { accessKeyId, secretAccessKey } = server.credentials;
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  return proofrail([...words, '--s3-endpoint', server.url, '--s3-path-style', '--json'], { cwd: workspace.folder, env });
};
const ledgerIn = (bucket: string): string => `s3://${bucket}?region=us-east-1&owner=${ACCOUNT}`;
const verify = async (bucket: string, ...more: string[]) => {
  const { code, json } = await run(['verify', '--ledger', ledgerIn(bucket), '--trust', 'trust.json', ...more]);
  const { retention, findings } = json<Verified>();
  return { code, retention, kinds: [...new Set(findings.map((one) => `${one.code} ${one.kind}`))] };
};

beforeAll(async () => {
  server = await startFakeS3({ account: ACCOUNT });
  workspace = laidOut();
  await proofrail(['keys', 'new', '--out', 'writer.key', '--trust', 'trust.json'], { cwd: workspace.folder });
  const writer = ['--key', 'writer.key'];
  for (const [bucket, length] of [
    ['brief', 30],
    ['long', 2555],
  ] as const) {
    server.state.createBucket(bucket, { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length } } });
    const words = gate(ledgerIn(bucket)).slice(0, -1);
    expect((await run([...words, ...writer, '--identities', 'file:./people'])).code).toBe(0);
  }
  server.state.createBucket('undecided', { defaultRetention: { mode: 'COMPLIANCE', period: { unit: 'Days', length: 30 } } });
  const deployment = ['--image', `web@${DIGEST}`, '--environment', 'production', '--status', 'success', '--stream', '700001'];
  expect((await run(['record', 'deployment', ...deployment, '--ledger', ledgerIn('undecided'), ...writer])).code).toBe(0);
});
afterAll(async () => {
  workspace[Symbol.dispose]();
  await server.close();
});

describe('a bucket that locks for fewer days than somebody asks for', () => {
  const SHORT = ['retention/short short'];

  it('is found by the registry, which may ask for more than that of the decisions', async () => {
    const registry = { by: 'registry', days: 2555 };
    expect(await verify('brief', '--config', '.proofrail')).toEqual({ code: 4, retention: registry, kinds: SHORT });
    expect(await verify('long', '--config', '.proofrail')).toEqual({ code: 0, retention: registry, kinds: [] });
    const file = path.join(workspace.folder, '.proofrail/controls/iso27001.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('retention_years: 7', 'retention_years: 10'));
    const longer = { by: 'registry', days: 3650 };
    expect(await verify('long', '--config', '.proofrail')).toEqual({ code: 4, retention: longer, kinds: SHORT });
    expect((await verify('long', '--config', '.proofrail', '--days', '30')).retention).toEqual(longer);
  });

  it('is found by whoever names the days', async () => {
    const named = (days: number) => ({ by: 'command-line', days });
    expect(await verify('brief', '--days', '31')).toEqual({ code: 4, retention: named(31), kinds: SHORT });
    expect(await verify('brief', '--days', '30')).toEqual({ code: 0, retention: named(30), kinds: [] });
  });

  it('is no finding where nobody asks, and what its decisions ask for is said', async () => {
    expect(await verify('brief')).toEqual({
      code: 0,
      retention: { by: 'bucket', days: 30, decisions_ask: 2555, decisions_unread: [] },
      kinds: [],
    });
    expect(await verify('long')).toEqual({
      code: 0,
      retention: { by: 'bucket', days: 2555, decisions_ask: 2555, decisions_unread: [] },
      kinds: [],
    });
    expect((await verify('undecided')).retention).toEqual({ by: 'bucket', days: 30, decisions_ask: null, decisions_unread: [] });
  });
});
