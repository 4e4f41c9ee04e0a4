import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../text/seeded-random.ts';
import { signedRequest, type RequestToSign } from '../sigv4/sign-request.ts';
import { startFakeS3 } from './start-fake-s3.ts';

const server = await startFakeS3();
const { state, credentials } = server;
afterAll(() => server.close());
beforeEach(() => {
  state.createBucket('evidence', { versioning: true });
  server.fail(null);
});

type Change = Partial<RequestToSign>;
const toSign = (method: string, path: string, change: Change = {}): RequestToSign => ({
  method,
  url: `${server.url}/evidence${path}`,
  credentials,
  ...change,
});
const ask = (method: string, path: string, change: Change = {}) => send(toSign(method, path, change));

/** Status and code, or `broken`. `meddled`: what happens to the request after it was signed. */
async function send(
  request: RequestToSign,
  meddled: { readonly headers?: object; readonly body?: string } = {},
): Promise<string> {
  const signed = signedRequest(request);
  const headers = { ...signed.headers, ...meddled.headers };
  const body = meddled.body ?? signed.body;
  try {
    const answer = await fetch(request.url, { method: request.method, headers, ...(body === undefined ? {} : { body }) });
    const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1];
    return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
  } catch {
    return 'broken';
  }
}

const put = (key: string, change: Change = {}) => ask('PUT', `/${key}`, { body: 'x', ...change });
const keys = (): string[] => [...state.bucket('evidence').keys()];

describe('the fake S3 lets nobody in', () => {
  it('without a signature, or with one for something else', async () => {
    expect(await put('a')).toBe('200');
    expect((await fetch(`${server.url}/evidence/a`)).status).toBe(403);
    expect(await send(toSign('PUT', '/b', { body: 'x' }), { body: 'y' })).toBe('400 XAmzContentSHA256Mismatch');
    expect(await send(toSign('PUT', '/b', { body: 'x' }), { headers: { 'x-amz-acl': 'public-read' } })).toBe('403 AccessDenied');
    const header = { 'if-none-match': '*' };
    expect(await send(toSign('PUT', '/b', { body: 'x', headers: header }), { headers: { 'if-none-match': '"e"' } })).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(keys()).toEqual(['a']);
  });

  it.each<[string, Change, string]>([
    ['whom it does not know', { credentials: { ...credentials, accessKeyId: 'AKIANOBODY' } }, '403 InvalidAccessKeyId'],
    ['whose secret is another', { credentials: { ...credentials, secretAccessKey: 'guess' } }, '403 SignatureDoesNotMatch'],
    ['who means another region', { region: 'eu-central-1' }, '400 AuthorizationHeaderMalformed'],
    ['whose clock is wrong', { time: new Date(Date.now() - 3_600_000) }, '403 RequestTimeTooSkewed'],
    ['who expects another owner', { headers: { 'x-amz-expected-bucket-owner': '210987654321' } }, '403 AccessDenied'],
  ])('%s', async (_, change, refusal) => {
    expect(await put('a', change)).toBe(refusal);
    expect(keys()).toEqual([]);
  });
});

describe('the fake S3 says what it does not model', () => {
  it.each<[string, string, Change]>([
    ['PUT', '/a?tagging', {}],
    ['PUT', '/a', { headers: { 'x-amz-acl': 'public-read' } }],
    ['GET', '/?list-type=2&fetch-owner=true', {}],
    ['PUT', '/?lifecycle', {}],
    ['POST', '/', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
  ])('%s %s %j', async (method, path, change) => {
    const before = server.unmodelled().length;
    expect(await ask(method, path, change)).toBe('501 NotImplemented');
    expect(server.unmodelled()).toHaveLength(before + 1);
  });
});

describe('the fake S3 fails by script', () => {
  it('and what a fault leaves behind is what its name says', async () => {
    const outcomes = [];
    for (const fault of ['lost-request', 'lost-answer', 'conflict', 'slow-down', 'error-after'] as const) {
      server.fail(({ operation }) => (operation === 'PutObject' ? fault : null));
      outcomes.push([fault, await put(fault), keys().includes(fault)]);
    }
    expect(outcomes).toEqual([
      ['lost-request', 'broken', false],
      ['lost-answer', 'broken', true],
      ['conflict', '409 ConditionalRequestConflict', false],
      ['slow-down', '503 SlowDown', false],
      ['error-after', '500 InternalError', true],
    ]);
  });

  it('and what is late lands after the next request', async () => {
    server.fail(({ number }) => (number === 1 ? 'late' : null));
    expect(await put('late')).toBe('broken');
    expect(keys()).toEqual([]);
    expect(await ask('GET', '/late')).toBe('404 NoSuchKey');
    expect(keys()).toEqual(['late']);
  });

  it('and what is held waits for its release', async () => {
    const reached = new Promise<void>((resolve) => server.fail(() => (resolve(), 'held')));
    const held = put('held', { headers: { 'if-none-match': '*' } });
    await reached;
    server.fail(null);
    expect(await put('held')).toBe('200');
    server.release();
    expect(await held).toBe('412 PreconditionFailed');
  });

  it('and who died is heard no more', async () => {
    server.fail(({ ofSender }) => (ofSender === 2 ? 'dies-after' : null));
    expect([await put('1'), await put('2'), await put('3')]).toEqual(['200', 'broken', '403 InvalidAccessKeyId']);
    expect(keys()).toEqual(['1', '2']);
  });

  it('and lets requests overtake one another', async () => {
    const numbers = async (): Promise<readonly number[]> => {
      server.fail(null);
      await Promise.all(Array.from({ length: 20 }, (_, index) => put(String(index))));
      return server
        .calls()
        .slice(-20)
        .map(({ number }) => number);
    };
    server.reorder(seededRandom(1).fraction);
    const overtaken = await numbers();
    server.reorder(null);
    expect(overtaken).not.toEqual([...overtaken].sort((a, b) => a - b));
    expect(new Set(overtaken).size).toBe(20);
  });
});
