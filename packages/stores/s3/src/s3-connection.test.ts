import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { connectS3, type S3Options } from './s3-connection.ts';
import { parseS3Uri } from './s3-uri.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'proofrail-aws-config-'));
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true, force: true });
});

/** Where a call would go, and what it would carry; nothing is sent. */
async function request(options: S3Options, uri = 'https://unused') {
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };
  const { patient, target } = connectS3(parseS3Uri(uri), { credentials, ...options });
  let seen: { hostname: string; path: string; headers: Record<string, string> } | undefined;
  const stop = {
    handle: (outgoing: typeof seen) => {
      seen = outgoing;
      return Promise.reject(Object.assign(new Error('stopped by the test'), { name: 'Stopped' }));
    },
  };
  patient.config.requestHandler = stop as unknown as S3Client['config']['requestHandler'];
  await patient.send(new GetObjectCommand({ ...target, Key: 'key' })).catch(() => undefined);
  return seen;
}

it('goes to AWS, whatever endpoint the environment or the profile names', async () => {
  const config = path.join(folder, 'config');
  writeFileSync(
    config,
    '[default]\nendpoint_url = http://127.0.0.1:1\n[services x]\ns3 =\n  endpoint_url = http://127.0.0.1:1\n',
  );
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    AWS_CONFIG_FILE: config,
  });
  const seen = await request({}, 's3://evidence/a?region=eu-central-1&owner=123456789012');
  expect(seen?.hostname).toBe('evidence.s3.eu-central-1.amazonaws.com');
  expect(seen?.headers['x-amz-expected-bucket-owner']).toBe('123456789012');
});

it('goes to the server that is named on the command line', async () => {
  const endpoint = { url: 'https://s3.example.org', pathStyle: true };
  expect(await request({ endpoint }, 's3://evidence/a?region=eu-central-1')).toMatchObject({
    hostname: 's3.example.org',
    path: '/evidence/key',
  });
});
