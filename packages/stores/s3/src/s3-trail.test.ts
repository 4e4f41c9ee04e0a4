import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signedRequest, startFakeS3, type FakeS3 } from '@proofrail/testkit';
import { S3Trail } from './s3-trail.ts';

const DIGEST = 'AWSLogs/123456789012/CloudTrail-Digest/us-east-1/x.json.gz';
const LOG = 'AWSLogs/123456789012/CloudTrail/us-east-1/x.json.gz';
let server: FakeS3;
let trail: S3Trail;

async function send(method: string, key: string, headers: Record<string, string> = {}): Promise<void> {
  const url = `${server.url}/trail/${key}`;
  const body = method === 'PUT' ? { body: key } : {};
  const { status } = await fetch(url, signedRequest({ method, url, headers, credentials: server.credentials, ...body }));
  expect(status).toBeLessThan(300);
}

beforeAll(async () => {
  server = await startFakeS3();
  server.state.createBucket('trail', { versioning: true });
  const { url, credentials } = server;
  trail = await S3Trail.open('s3://trail?region=us-east-1', { endpoint: { url, pathStyle: true }, credentials });
  await send('PUT', DIGEST, { 'x-amz-meta-signature': 'abc', 'x-amz-meta-signature-algorithm': 'SHA256withRSA' });
  await send('PUT', `${DIGEST}2`, { 'x-amz-meta-signature': 'abc', 'x-amz-meta-signature-algorithm': 'none' });
  await send('PUT', LOG);
  await send('PUT', 'elsewhere');
});
afterAll(async () => {
  trail.close();
  await server.close();
});

it('takes the signature of a digest from its metadata, and only one of the algorithm that AWS documents', async () => {
  expect(await trail.keys()).toEqual([DIGEST, `${DIGEST}2`, LOG]);
  expect(await trail.read(DIGEST)).toMatchObject({ kind: 'found', signature: 'abc' });
  expect(await trail.read(`${DIGEST}2`)).toMatchObject({ kind: 'found', signature: null });
  expect(await trail.read(LOG)).toMatchObject({ kind: 'found', signature: null });
});

it('does not show what somebody hid, so that the digest after it says that it is missing', async () => {
  await send('DELETE', LOG);
  expect(await trail.keys()).not.toContain(LOG);
  expect(await trail.read(LOG)).toEqual({ kind: 'absent' });
});

it('says of what it may not read that it is unreadable, never that it is gone', async () => {
  server.fail(() => 'slow-down');
  expect(await trail.read(DIGEST)).toMatchObject({ kind: 'unreadable' });
  server.fail(null);
});
