import { createPublicKey, createHash, randomBytes, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedRequest } from '../fake-s3/sigv4/sign-request.ts';
import type { FakeKms } from './fake-kms.ts';
import { startFakeKms } from './start-fake-kms.ts';

let server: FakeKms;
beforeAll(async () => {
  server = await startFakeKms();
});
afterAll(() => server.close());

type Body = Readonly<Record<string, string>>;

/** Status and body, as an SDK would send it, and with what an SDK would never send. */
async function ask(operation: string, input: object, change: { service?: string } = {}): Promise<[number, Body]> {
  const { url, credentials } = server;
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` };
  const body = Buffer.from(JSON.stringify(input));
  const answer = await fetch(url, signedRequest({ method: 'POST', url, service: 'kms', credentials, headers, body, ...change }));
  return [answer.status, (await answer.json()) as Body];
}
const refusalOf = async (operation: string, input: object): Promise<string> => {
  const [status, { __type: type = '' }] = await ask(operation, input);
  return `${status} ${type}`;
};

const base64 = (bytes: Buffer): string => bytes.toString('base64');
const ecdsa = (KeyId: string, message: Buffer, MessageType = 'RAW') => ({
  KeyId,
  Message: base64(message),
  MessageType,
  SigningAlgorithm: 'ECDSA_SHA_256',
});

describe('Sign', () => {
  it.each(['RAW', 'DIGEST'])('of type %s gives one and the same kind of signature, DER', async (type) => {
    const { arn, pair } = server.createKey();
    for (let each = 0; each < 20; each++) {
      const message = randomBytes(100);
      const given = type === 'RAW' ? message : createHash('sha256').update(message).digest();
      const [, { Signature = '', KeyId }] = await ask('Sign', ecdsa(arn, given, type));
      if (pair === null) throw new Error('no pair');
      expect([KeyId, verify('sha256', message, pair.publicKey, Buffer.from(Signature, 'base64'))]).toEqual([arn, true]);
    }
  });

  it('takes 1 to 4,096 bytes, and as a digest exactly those of the algorithm', async () => {
    const { arn } = server.createKey();
    for (const length of [1, 4096]) expect((await ask('Sign', ecdsa(arn, randomBytes(length))))[0]).toBe(200);
    for (const length of [0, 4097])
      expect(await refusalOf('Sign', ecdsa(arn, randomBytes(length)))).toBe('400 ValidationException');
    for (const length of [31, 33, 64])
      expect(await refusalOf('Sign', ecdsa(arn, randomBytes(length), 'DIGEST'))).toBe('400 ValidationException');
  });

  it('with Ed25519 takes the message and no digest', async () => {
    const { arn, pair } = server.createKey('ECC_NIST_EDWARDS25519');
    const message = randomBytes(4096);
    const input = { ...ecdsa(arn, message), SigningAlgorithm: 'ED25519_SHA_512' };
    const [, { Signature = '' }] = await ask('Sign', input);
    if (pair === null) throw new Error('no pair');
    expect(verify(null, message, pair.publicKey, Buffer.from(Signature, 'base64'))).toBe(true);
    expect(await refusalOf('Sign', { ...input, MessageType: 'DIGEST' })).toBe('400 ValidationException');
    expect(await refusalOf('Sign', { ...input, SigningAlgorithm: 'ED25519_PH_SHA_512' })).toBe('400 ValidationException');
  });

  it('is refused with an algorithm of another key spec, and by a key for something else', async () => {
    const algorithm = { ...ecdsa(server.createKey().arn, randomBytes(32)), SigningAlgorithm: 'ED25519_SHA_512' };
    expect(await refusalOf('Sign', algorithm)).toBe('400 InvalidKeyUsageException');
    const agreement = server.createKey('ECC_NIST_P256', 'KEY_AGREEMENT').arn;
    expect(await refusalOf('Sign', ecdsa(agreement, randomBytes(32)))).toBe('400 InvalidKeyUsageException');
  });
});

describe('GetPublicKey', () => {
  it('answers what a signature can be checked with', async () => {
    const { arn, pair } = server.createKey();
    const [status, answer] = await ask('GetPublicKey', { KeyId: arn });
    expect([status, answer['KeySpec'], answer['KeyUsage'], answer['SigningAlgorithms']]).toEqual([
      200,
      'ECC_NIST_P256',
      'SIGN_VERIFY',
      ['ECDSA_SHA_256'],
    ]);
    const der = Buffer.from(answer['PublicKey'] ?? '', 'base64');
    expect(pair?.publicKey.equals(createPublicKey({ key: der, format: 'der', type: 'spki' }))).toBe(true);
  });

  it('is refused for a symmetric key', async () => {
    const { arn } = server.createKey('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT');
    expect(await refusalOf('GetPublicKey', { KeyId: arn })).toBe('400 UnsupportedOperationException');
  });
});

it.each([
  ['Disabled', 'DisabledException'],
  ['PendingDeletion', 'KMSInvalidStateException'],
] as const)('a key in state %s does nothing', async (state, code) => {
  const key = server.createKey();
  key.state = state;
  expect(await refusalOf('GetPublicKey', { KeyId: key.arn })).toBe(`400 ${code}`);
  expect(await refusalOf('Sign', ecdsa(key.arn, randomBytes(8)))).toBe(`400 ${code}`);
});

it('answers nobody whose signature is made out to another service', async () => {
  const [status, { __type: type }] = await ask('GetPublicKey', { KeyId: server.createKey().arn }, { service: 's3' });
  expect([status, type]).toEqual([400, 'InvalidSignatureException']);
});

it('says of everything else that it does not know it, and keeps count', async () => {
  const { arn } = server.createKey();
  const before = server.unmodelled().length;
  expect(await refusalOf('CreateKey', { KeyId: arn })).toBe('501 UnknownOperationException');
  expect(await refusalOf('Sign', { ...ecdsa(arn, randomBytes(8)), DryRun: 'true' })).toBe('501 UnknownOperationException');
  expect(server.unmodelled().slice(before)).toEqual([
    'the fake KMS does not model CreateKey',
    'the fake KMS does not model the member DryRun',
  ]);
});
