import { tmpdir } from 'node:os';
import { expect, it } from '@jest/globals';
import { proofrail } from '../e2e/cli/proofrail.ts';

it('says one thing about a bucket that does not answer, on the oldest Node too: no library adds advice of its own', async () => {
  const argv = ['verify', '--ledger', 's3://evidence?region=us-east-1', '--s3-endpoint', 'http://127.0.0.1:1', '--s3-path-style'];
  const env = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };
  const { code, out, err } = await proofrail(argv, { cwd: tmpdir(), env, node: '20.19' });
  expect([code, out]).toEqual([3, '']);
  expect(err).toMatch(/^error store\/unavailable\n( {2}\w.*\n?){4}$/);
});
