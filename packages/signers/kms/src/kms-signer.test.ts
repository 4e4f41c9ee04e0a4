import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readPolicy, startFakeKms, type FakeKms, type KmsFault } from '@proofrail/testkit';
import type { KmsOptions } from './kms-connection.ts';
import { openKmsSigner } from './kms-signer.ts';

let fake: FakeKms;
beforeAll(async () => {
  fake = await startFakeKms();
});
afterEach(() => {
  fake.fail(null);
  fake.allow(null);
});
afterAll(() => fake.close());

const MESSAGE = Buffer.from('a record');
const open = (arn: string, options: KmsOptions = {}) =>
  openKmsSigner(`awskms://${new URL(fake.url).host}/${arn}`, '--key', { credentials: fake.credentials, ...options });
const callsSince = (before: number) => fake.calls().slice(before);
const onlySigning = (fault: KmsFault) => fake.fail(({ operation }) => (operation === 'Sign' ? fault : null));

describe('a signature that is not right', () => {
  it.each(['signed-by-another-key', 'another-message', 'named-otherwise', 'no-signature'] as const)(
    'never comes out of the signer, or it would lie in the ledger for years: %s',
    async (fault) => {
      for (const spec of ['ECC_NIST_P256', 'ECC_NIST_EDWARDS25519'] as const) {
        const signer = await open(fake.createKey(spec).arn);
        onlySigning(fault);
        await expect(signer.sign(MESSAGE)).rejects.toMatchObject({ code: 'key/wrong-answer', outcome: 'tampered' });
        fake.fail(null);
        expect(signer.publicKey.verify(MESSAGE, await signer.sign(MESSAGE))).toBe(true);
      }
    },
  );

  it('begins with a public half of another key, and is refused there', async () => {
    fake.fail(() => 'named-otherwise');
    await expect(open(fake.createKey().arn)).rejects.toMatchObject({ code: 'key/wrong-answer' });
  });
});

it('reads the public half once, however much is signed', async () => {
  const before = fake.calls().length;
  const signer = await open(fake.createKey().arn);
  for (let each = 0; each < 3; each++) await signer.sign(MESSAGE);
  expect(callsSince(before).map(({ operation }) => operation)).toEqual(['GetPublicKey', 'Sign', 'Sign', 'Sign']);
});

describe('a key that cannot sign evidence is told apart, so that its owner knows what to change', () => {
  it.each([
    ['ECC_NIST_P384', 'SIGN_VERIFY'],
    ['RSA_2048', 'SIGN_VERIFY'],
    ['ECC_NIST_P256', 'KEY_AGREEMENT'],
    ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'],
  ] as const)('%s for %s', async (spec, usage) => {
    await expect(open(fake.createKey(spec, usage).arn)).rejects.toMatchObject({
      code: 'key/kms-unusable',
      outcome: 'invalid',
      expected: expect.stringContaining('ECC_NIST_P256'),
    });
  });

  it.each(['Disabled', 'PendingDeletion'] as const)('%s, before the first record and after it', async (state) => {
    const key = fake.createKey();
    const signer = await open(key.arn);
    key.state = state;
    await expect(signer.sign(MESSAGE)).rejects.toMatchObject({ code: 'key/kms-unusable', outcome: 'invalid' });
    await expect(open(key.arn)).rejects.toMatchObject({ code: 'key/kms-unusable' });
  });

  it('absent', async () => {
    const { arn } = fake.createKey();
    await expect(open(arn.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).rejects.toMatchObject({
      code: 'key/kms-unusable',
      found: 'NotFoundException',
    });
  });

  it.each(['kms:GetPublicKey', 'kms:Sign'])('without the right to %s, which the message names', async (denied) => {
    const { arn } = fake.createKey();
    const Statement = [
      { Sid: 'All', Effect: 'Allow', Action: 'kms:*', Resource: '*' },
      { Sid: 'But', Effect: 'Deny', Action: denied, Resource: arn },
    ];
    fake.allow(readPolicy(JSON.stringify({ Version: '2012-10-17', Statement })));
    const refusal = { code: 'key/kms-denied', outcome: 'invalid', at: arn, doThis: expect.stringContaining(denied) };
    await expect(open(arn).then((signer) => signer.sign(MESSAGE))).rejects.toMatchObject(refusal);
  });
});

describe('a KMS that does not answer', () => {
  it('is asked again: one busy second must not fail a gate', async () => {
    for (const fault of ['throttled', 'internal-error', 'no-answer'] as const) {
      const signer = await open(fake.createKey().arn);
      let left = 2;
      fake.fail(() => (left-- > 0 ? fault : null));
      expect(signer.publicKey.verify(MESSAGE, await signer.sign(MESSAGE))).toBe(true);
      fake.fail(null);
    }
  });

  it.each(['throttled', 'internal-error', 'no-answer', 'silence'] as const)(
    'ends the run as unavailable and not as a broken configuration: %s',
    async (fault) => {
      const signer = await open(fake.createKey().arn, { answerMilliseconds: 300 });
      const before = fake.calls().length;
      onlySigning(fault);
      await expect(signer.sign(MESSAGE)).rejects.toMatchObject({ code: 'key/unavailable', outcome: 'unavailable' });
      expect(callsSince(before)).toHaveLength(3);
    },
  );

  it('because it knows the caller’s key not, or another secret, says so', async () => {
    const { arn } = fake.createKey();
    const strangers = [
      { ...fake.credentials, accessKeyId: 'AKIASTRANGER00000000' },
      { ...fake.credentials, secretAccessKey: 'another' },
    ];
    const seen = await Promise.all(
      strangers.map((credentials) => open(arn, { credentials }).catch((error: unknown) => (error as { found: string }).found)),
    );
    expect(seen).toEqual(['UnrecognizedClientException', 'InvalidSignatureException']);
  });
});

it('asked for nothing that the fake KMS does not model', () => {
  expect(fake.unmodelled()).toEqual([]);
});
