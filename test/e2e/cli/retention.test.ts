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
  readonly retention: { readonly days: number; readonly by: string } | null;
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

describe('a bucket that locks for fewer days than somebody asks for is found', () => {
  const SHORT = ['retention/short short'];

  it('without being told: the decisions in it say what their registry asks for', async () => {
    const decisions = { days: 2555, by: 'decisions' };
    expect(await verify('brief')).toEqual({ code: 4, retention: decisions, kinds: SHORT });
    expect(await verify('long')).toEqual({ code: 0, retention: decisions, kinds: [] });
  });

  it('by seven years, where nobody ever said anything', async () => {
    expect(await verify('undecided')).toEqual({ code: 4, retention: { days: 2555, by: 'default' }, kinds: SHORT });
  });

  it('by the registry of today, which may ask for more than that of the decisions', async () => {
    const file = path.join(workspace.folder, '.proofrail/controls/iso27001.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('retention_years: 7', 'retention_years: 10'));
    const registry = { days: 3650, by: 'registry' };
    expect(await verify('long', '--config', '.proofrail')).toEqual({ code: 4, retention: registry, kinds: SHORT });
    expect((await verify('long', '--config', '.proofrail', '--days', '30')).retention).toEqual(registry);
  });

  it('and by nobody else where somebody names the days', async () => {
    const named = { days: 30, by: 'command-line' };
    expect(await verify('brief', '--days', '30')).toEqual({ code: 0, retention: named, kinds: [] });
  });
});
