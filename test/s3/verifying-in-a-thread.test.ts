import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeBinary, startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { DIGEST } from '../e2e/material/change.ts';
import { Workspace } from '../e2e/material/workspace.ts';
import { proofrail } from '../e2e/cli/proofrail.ts';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/proofrail.js');
const LEDGER = 's3://evidence?region=us-east-1&owner=123456789012';

/** Says at the end how much the first thread keeps: of all its memory, what garbage collection leaves committed. */
const SAY_HEAP = `data:text/javascript,${encodeURIComponent(
  "import { isMainThread } from 'node:worker_threads';" +
    "if (isMainThread) process.on('exit', () => process.stderr.write('heap ' + process.memoryUsage().heapTotal));",
)}`;

let server: FakeS3;
const workspace = new Workspace();
const surroundings = () => {
  const { accessKeyId, secretAccessKey } = server.credentials;
  return { cwd: workspace.folder, env: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } };
};
const at = (ledger: string) => ['--ledger', ledger, '--s3-endpoint', server.url, '--s3-path-style'];

beforeAll(async () => {
  server = await startFakeS3({ account: '123456789012' });
  const defaultRetention = { mode: 'COMPLIANCE', period: { unit: 'Days', length: 30 } } as const;
  server.state.createBucket('evidence', { defaultRetention });
  await proofrail(['keys', 'new', '--out', 'writer.key', '--trust', 'trust.json'], surroundings());
  const deployment = ['--image', `web@${DIGEST}`, '--environment', 'production', '--status', 'success', '--stream', '700001'];
  const words = ['record', 'deployment', ...deployment, ...at(LEDGER), '--key', 'writer.key'];
  expect((await proofrail(words, surroundings())).code).toBe(0);
});
afterAll(async () => {
  workspace[Symbol.dispose]();
  await server.close();
});

describe('verifying a bucket', () => {
  it('leaves the first thread without the SDK, whose nursery nobody can bound: 11 MB instead of 25', async () => {
    const words = ['--import', SAY_HEAP, PROGRAM, 'verify', ...at(LEDGER), '--trust', 'trust.json'];
    const { cwd, env } = surroundings();
    const { stdout, stderr } = await promisify(execFile)(nodeBinary(), words, {
      cwd,
      env: { PATH: process.env['PATH'], ...env },
    });
    expect(stdout).toMatch(/\nverified\n$/);
    expect(Number(/heap (\d+)/.exec(stderr)?.[1])).toBeLessThan(20_000_000);
  });

  it('ends as it would in the first thread: a bucket that is not there, and a role outside of a job', async () => {
    const code = async (...words: string[]) => {
      const { json } = await proofrail(['verify', ...words, '--trust', 'trust.json', '--json'], surroundings());
      const { exit_code: exit, error } = json<{ exit_code: number; error: { code: string } }>();
      return [exit, error.code];
    };
    expect(await code(...at(LEDGER.replace('evidence', 'elsewhere')))).toEqual([3, 'store/unavailable']);
    const role = ['--role-to-assume', 'arn:aws:iam::123456789012:role/example-verifier'];
    expect(await code('--ledger', LEDGER, ...role)).toEqual([2, 'role/no-identity']);
  });
});
