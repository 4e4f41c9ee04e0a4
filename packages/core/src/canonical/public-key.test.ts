import { createECDH, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sha256 } from './digest.ts';
import { testSigner } from './fixtures/test-signer.ts';
import { publicKeyFromDer, publicKeyFromPem } from './public-key.ts';

const message = new TextEncoder().encode('message');

describe.each(['ed25519', 'ecdsa-p256-sha256'] as const)('%s', (algorithm) => {
  const { signer, key, pem } = testSigner(algorithm);

  it('is known by the SHA-256 of its SubjectPublicKeyInfo, from PEM and from DER alike', () => {
    const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64');
    expect(key.keyId).toBe(sha256(der));
    expect(publicKeyFromPem(pem, 'f').keyId).toBe(key.keyId);
    expect(publicKeyFromPem(pem.replaceAll('\n', '\r\n'), 'f').keyId).toBe(key.keyId);
    expect(publicKeyFromDer(der).algorithm).toBe(algorithm);
  });

  it('answers no, without throwing, to signatures of any other length or content', async () => {
    const signature = await signer.sign(message);
    expect(key.verify(message, signature)).toBe(true);
    for (let length = 0; length <= 130; length += 1) expect(key.verify(message, new Uint8Array(length))).toBe(false);
    expect(key.verify(message, Uint8Array.from([...signature, 0]))).toBe(false);
    expect(key.verify(new TextEncoder().encode('other'), signature)).toBe(false);
  });
});

describe('what is no key for a ledger', () => {
  const { pem } = testSigner('ed25519');
  const privatePem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const refusals: [string, string, string][] = [
    ['a private key, from which Node would quietly make the public one', privatePem, 'key/not-pem'],
    ['two keys in one file', pem + pem, 'key/not-pem'],
    ['text', 'ssh-ed25519 AAAA', 'key/not-pem'],
    ['damaged base64', pem.replace('MCow', 'MCo='), 'key/not-pem'],
    ['another structure', '-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n', 'key/not-a-public-key'],
    ['P-384', p384, 'key/unsupported'],
    ['RSA', rsa, 'key/unsupported'],
  ];
  it.each(refusals)('%s', (_, text, code) => {
    expect(() => publicKeyFromPem(text, 'f')).toThrow(expect.objectContaining({ code, at: 'f' }));
  });

  it.each(['compressed', 'hybrid'] as const)('a P-256 key with its point %s, which would have a second id', (form) => {
    const ecdh = createECDH('prime256v1');
    ecdh.generateKeys();
    const point = ecdh.getPublicKey(null, form);
    const opening = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
    opening[1] = opening.length + point.length - 2;
    opening[opening.length - 2] = point.length + 1;
    expect(() => publicKeyFromDer(Buffer.concat([opening, point]), 'f')).toThrow(
      expect.objectContaining({ code: 'key/not-canonical' }),
    );
  });
});
