import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeIssuer, readCommands, startFakeTokenService, type FakeTokenService } from '@proofrail/testkit';
import { captureOutput } from '../../test/capture-output.ts';
import { identityTokens } from './identity-token.ts';

const issuer = new FakeIssuer();
const AUDIENCE = `proofrail:v1:sha256:${'a'.repeat(64)}:sha256:${'b'.repeat(64)}`;
let service: FakeTokenService | undefined;
afterEach(async () => {
  await service?.close();
  service = undefined;
});

async function asked(environment: NodeJS.ProcessEnv): Promise<{ answer: unknown; printed: string }> {
  let answer: unknown;
  const printed = await captureOutput(async () => {
    answer = await identityTokens(environment)
      ?.tokenFor(AUDIENCE)
      .catch((thrown: unknown) => thrown);
  });
  return { answer, printed };
}

describe('identity tokens of a job', () => {
  it('are none without the permission, and nothing is asked', () => {
    expect(identityTokens({})).toBeNull();
    expect(identityTokens({ ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' })).toBeNull();
  });

  it('are asked for with the audience as it is, and masked before anything else can print them', async () => {
    service = await startFakeTokenService(issuer);
    const { answer, printed } = await asked(service.environment);
    expect(service.audiences).toEqual([AUDIENCE]);
    const token = Buffer.from(answer as Uint8Array).toString('latin1');
    expect([token]).toEqual(service.tokens);
    expect(readCommands(printed).commands.map(({ name }) => name)).toEqual(['add-mask']);
    expect(printed.replace(`::add-mask::${token}`, '').trim()).toBe('');
  });

  it.each([401, 403, 404])('that the platform refuses (%i) end the step before anything is recorded', async (refuse) => {
    service = await startFakeTokenService(issuer, { refuse });
    const { answer, printed } = await asked(service.environment);
    expect(answer).toMatchObject({ code: 'platform/no-token', outcome: 'unavailable', found: `status ${refuse}` });
    expect(printed).toBe('');
  });

  it('are asked for again when the service fails, and not for ever', async () => {
    service = await startFakeTokenService(issuer, { refuse: 503 });
    const { answer } = await asked(service.environment);
    expect(answer).toMatchObject({ code: 'platform/no-token', found: 'status 503' });
    expect(service.asked()).toBe(3);
  });

  it.each(['http://token.example/idtoken', 'ftp://127.0.0.1/', 'not a url', '//x'])(
    'are not asked for at an address where anybody could listen: %s',
    async (address) => {
      const environment = { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret' };
      const { answer } = await asked(environment);
      expect(answer).toMatchObject({ code: 'platform/no-token' });
      expect(String(answer)).not.toContain('secret');
    },
  );

  it('that are none are refused, and what came instead is not repeated', async () => {
    service = await startFakeTokenService(issuer, { token: () => Buffer.from('<html>\n::error::x') });
    const { answer, printed } = await asked(service.environment);
    expect(answer).toMatchObject({ code: 'platform/no-token', found: 'an answer without a token' });
    expect(printed).toBe('');
  });
});
