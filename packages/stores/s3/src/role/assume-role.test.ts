import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeIssuer } from '@proofrail/testkit';
import { S3Store } from '../s3-store.ts';
import { assumeRole, type RoleRequest } from './assume-role.ts';
import { AssumedRole } from './assumed-role.ts';

const ARN = 'arn:aws:iam::123456789012:role/writer';
const AUDIENCE = 'proofrail:ledger';
const SECRETS = ['AKIAEXAMPLEEXAMPLE00', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', 'FwoGZXIvYXdzEXAMPLETOKEN=='];
const MINUTES = 60_000;

/** As the API reference of STS shows it. */
const given = ([id = '', secret = '', session = '']: readonly string[], expiration: string): string =>
  `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
    <SubjectFromWebIdentityToken>repo:acme/payments:ref:refs/heads/main</SubjectFromWebIdentityToken>
    <Credentials><SessionToken>${session}</SessionToken><SecretAccessKey>${secret}</SecretAccessKey>
    <Expiration>${expiration}</Expiration><AccessKeyId>${id}</AccessKeyId></Credentials>
  </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
const refusal = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>token eyJhbGciOi</Message></Error></ErrorResponse>`;
const good = (life = 15 * MINUTES): string => given(SECRETS, new Date(Date.now() + life).toISOString());

interface FakeSts {
  readonly url: string;
  readonly asked: URLSearchParams[];
}
type Reply = readonly [status: number, body: string] | ((response: ServerResponse) => void);

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((one) => new Promise((resolve) => one.close(resolve).closeAllConnections()))));

/** A stand-in for STS that answers by script, the last answer for ever. */
async function startFakeSts(...replies: readonly Reply[]): Promise<FakeSts> {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push(new URLSearchParams(Buffer.concat(parts).toString()));
      const reply = replies[Math.min(asked.length, replies.length) - 1] ?? [500, ''];
      if (typeof reply === 'function') reply(response);
      else response.writeHead(reply[0]).end(reply[1]);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const issuer = new FakeIssuer();
const request = (sts: string, change: Partial<RoleRequest> = {}): RoleRequest => ({
  arn: ARN,
  audience: AUDIENCE,
  sessionName: 'proofrail-700001-9000001-1',
  sts,
  tokens: { tokenFor: (audience) => Promise.resolve(issuer.token(audience)) },
  hide: () => undefined,
  ...change,
});

describe('a role by the platform’s word', () => {
  it('is asked for without a signature, for the shortest time there is, under a name that tells the run', async () => {
    const { url, asked } = await startFakeSts([200, good()]);
    await assumeRole(request(url));
    const [{ WebIdentityToken: token, ...parameters } = {}] = asked.map((one) => Object.fromEntries(one));
    expect(parameters).toEqual({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: ARN,
      RoleSessionName: 'proofrail-700001-9000001-1',
      DurationSeconds: '900',
    });
    expect(JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ aud: AUDIENCE });
  });

  it('hides all three parts of its credentials before anybody gets them', async () => {
    const { url } = await startFakeSts([200, good()]);
    const masked: string[] = [];
    const { accessKeyId } = await assumeRole(request(url, { hide: (secret) => masked.push(secret) }));
    expect([accessKeyId, [...masked].sort()]).toEqual([SECRETS[0], [...SECRETS].sort()]);
  });

  it('is not asked for in a job that may not have tokens', async () => {
    const { url, asked } = await startFakeSts([200, good()]);
    await expect(assumeRole(request(url, { tokens: null }))).rejects.toMatchObject({
      code: 'role/no-identity',
      outcome: 'invalid',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    [403, 'AccessDenied', 'role/denied', /"proofrail:ledger"/],
    [400, 'InvalidIdentityToken', 'role/denied', /trust policy/],
    [403, 'RegionDisabledException', 'role/denied', /Activate STS/],
    [400, 'ValidationError', 'role/denied', /ARN/],
    [400, 'ExpiredTokenException', 'role/expired', /clock/],
  ])(
    'that is refused (%i %s) is not asked for again, and says what to mend without showing the token',
    async (status, said, code, advice) => {
      const { url, asked } = await startFakeSts([status, refusal(said)]);
      const thrown = await assumeRole(request(url)).catch((cause: unknown) => cause);
      expect(thrown).toMatchObject({ code, outcome: 'unavailable', at: ARN, doThis: expect.stringMatching(advice) });
      expect(asked).toHaveLength(1);
      const token = asked[0]?.get('WebIdentityToken') ?? '';
      expect(JSON.stringify(thrown) + String(thrown)).not.toContain(token.split('.')[1]);
      expect(String(thrown)).not.toContain('eyJ'); // nor what the answer said
    },
  );

  it('names every claim that a trust policy of ours compares', async () => {
    const { url } = await startFakeSts([403, refusal('AccessDenied')]);
    await expect(assumeRole(request(url))).rejects.toMatchObject({
      found:
        'AccessDenied, for a token with aud "proofrail:ledger", sub "repo:acme/payments:ref:refs/heads/main", repository_id "700001", ' +
        'job_workflow_ref "acme/payments/.github/workflows/gate.yml@refs/heads/main", ref "refs/heads/main"',
    });
  });

  it.each<readonly [string, Reply]>([
    ['an internal error', [500, refusal('InternalFailure')]],
    ['a server that is not ready', [503, '']],
    ['throttling', [400, refusal('Throttling')]],
    ['an issuer that AWS could not reach', [400, refusal('IDPCommunicationError')]],
    ['a connection that breaks', (response) => response.destroy()],
    ['a redirect', (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end()],
    ['half an answer', [200, good().slice(0, 300)]],
    ['two answers in one', [200, good() + good()]],
    ['a secret that is none', [200, given(['AKIAEXAMPLEEXAMPLE00', 'a secret\nof two lines', 'x'], '2026-11-21T00:00:00Z')]],
    ['an end that is none', [200, given(SECRETS, '2026-13-45T00:00:00Z')]],
  ])('is asked for again after %s', async (_, reply) => {
    const again = await startFakeSts(reply, [200, good()]);
    await expect(assumeRole(request(again.url))).resolves.toMatchObject({ accessKeyId: SECRETS[0] });
    expect(again.asked).toHaveLength(2);
  });

  it('is not asked for without end', async () => {
    const { url, asked } = await startFakeSts([500, refusal('InternalFailure')]);
    await expect(assumeRole(request(url))).rejects.toMatchObject({ code: 'role/unavailable', outcome: 'unavailable' });
    expect(asked).toHaveLength(3);
  });
});

describe('a role for a whole run', () => {
  it('is asked for once, however many want it, and again five minutes before it runs out', async () => {
    let now = Date.now();
    const { url, asked } = await startFakeSts([200, good()], [200, good(60 * MINUTES)]);
    const role = new AssumedRole(request(url), () => now);
    const several = await Promise.all([role.credentials(), role.credentials(), role.credentials()]);
    expect([new Set(several).size, asked.length]).toEqual([1, 1]);
    now += 9 * MINUTES;
    expect(await role.credentials()).toBe(several[0]);
    now += 2 * MINUTES;
    expect((await role.credentials()).expiration.getTime()).toBeGreaterThan(now + 40 * MINUTES);
    expect(asked).toHaveLength(2);
  });

  it('that was refused ends the bucket in the words of the role, not in those of a bucket that was never asked', async () => {
    const { url } = await startFakeSts([403, refusal('AccessDenied')]);
    const { credentials } = new AssumedRole(request(url));
    const endpoint = { url, pathStyle: true };
    await expect(S3Store.open('s3://evidence?region=us-east-1', { endpoint, credentials })).rejects.toMatchObject({
      code: 'role/denied',
    });
  });
});
