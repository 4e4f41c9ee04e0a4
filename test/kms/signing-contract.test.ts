import { createHash, createPublicKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { parseEnvelope, publicKeyFromPem, sealEnvelope, verifyEnvelope } from '@proofrail/core/canonical';
import { openKmsSigner, type KmsSigner } from '@proofrail/signer-kms';
import { describeFakeKms } from './describe-fake-kms.ts';
import { describeMoto } from './describe-moto.ts';
import { KMS_SERVERS, uriOn, type KmsServer } from './kms-servers.ts';

const open = async (server: KmsServer, spec: string): Promise<KmsSigner> =>
  openKmsSigner(uriOn(server, await server.createKey(spec)), '--key', { credentials: server.credentials });

/** Who signed `payload`, by the public half alone. */
async function signersOf(signer: KmsSigner, payload: Uint8Array): Promise<readonly string[]> {
  const stored = await sealEnvelope('text/plain', payload, signer);
  return verifyEnvelope(parseEnvelope(stored, 'test'), [publicKeyFromPem(signer.publicPem, 'test')]);
}

describe.each(Object.entries(KMS_SERVERS))('%s', (name, describeServer) => {
  describeServer(`a P-256 key of ${name}`, (server) => {
    it('is known by the SHA-256 of its public half, like a key in a file', async () => {
      const { keyId, publicPem, algorithm } = await open(server(), 'ECC_NIST_P256');
      const der = createPublicKey(publicPem).export({ format: 'der', type: 'spki' });
      expect([keyId, algorithm]).toEqual([`sha256:${createHash('sha256').update(der).digest('hex')}`, 'ecdsa-p256-sha256']);
    });

    it('signs so that everybody can verify without KMS, every time', async () => {
      const signer = await open(server(), 'ECC_NIST_P256');
      // Forty signatures have every shape of DER: r and s with and without the zero in front, now and then one byte short.
      for (let length = 1; length <= 3901; length += 100) {
        expect(await signersOf(signer, randomBytes(length))).toEqual([signer.keyId]);
      }
    });

    it('signs the longest message that goes to KMS as it is', async () => {
      const signer = await open(server(), 'ECC_NIST_P256');
      const message = randomBytes(4096);
      expect(signer.publicKey.verify(message, await signer.sign(message))).toBe(true);
    });

    it('has a successor with another id, under which nothing of its own verifies', async () => {
      const [first, second] = [await open(server(), 'ECC_NIST_P256'), await open(server(), 'ECC_NIST_P256')];
      const message = randomBytes(64);
      expect(first.keyId).not.toBe(second.keyId);
      expect(second.publicKey.verify(message, await first.sign(message))).toBe(false);
    });
  });
});

describeFakeKms('what AWS does and moto does not', (server) => {
  it('a longer message is signed by its digest, and verifies like any other', async () => {
    const signer = await open(server(), 'ECC_NIST_P256');
    for (const length of [4097, 10_000, 1_000_000]) {
      const message = randomBytes(length);
      expect(signer.publicKey.verify(message, await signer.sign(message))).toBe(true);
    }
  });

  it('an Ed25519 key signs what KMS takes whole, and says so about anything longer', async () => {
    const signer = await open(server(), 'ECC_NIST_EDWARDS25519');
    expect(signer.algorithm).toBe('ed25519');
    expect(await signersOf(signer, randomBytes(4000))).toEqual([signer.keyId]);
    await expect(signer.sign(randomBytes(4097))).rejects.toMatchObject({ code: 'key/too-large-to-sign', outcome: 'invalid' });
  });
});

// Each is a reason why the fake exists. One that disappears makes its test red: then moto can hold the fake to more.
describeMoto('where moto differs from AWS', (server) => {
  it('moto-digest-hashed-twice: it signs the digest of a digest, and the signer lets no such signature through', async () => {
    const signer = await open(server(), 'ECC_NIST_P256');
    await expect(signer.sign(randomBytes(4097))).rejects.toMatchObject({ code: 'key/wrong-answer', outcome: 'tampered' });
  });

  it('moto-no-ed25519: it makes no such key', async () => {
    await expect(server().createKey('ECC_NIST_EDWARDS25519')).rejects.toThrow(/ECC_NIST_EDWARDS25519/);
  });
});
