import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { publicKeyFromPem, type PublicKey } from '@proofrail/core/canonical';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Signer } from '@proofrail/core/ports';
import { createKeyFile, readKeyFile } from './key-file.ts';

/** A signer whose key lies in a file, with what others need to check it. */
export interface LocalSigner extends Signer {
  readonly publicKey: PublicKey;
  /** SubjectPublicKeyInfo as PEM: for trust files. */
  readonly publicPem: string;
}

/** Makes an Ed25519 key (RFC 8032) and keeps it in a new file, PKCS #8 as PEM, mode 0600. ConfigurationError `key/exists`. */
export function createLocalKey(file: string): LocalSigner {
  const { privateKey } = generateKeyPairSync('ed25519');
  createKeyFile(file, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  return signerFrom(privateKey, file);
}

/** ConfigurationError `key/...`: absent, readable by others, not an Ed25519 key in PKCS #8. UnavailableError `key/unavailable`. */
export function loadLocalSigner(file: string): LocalSigner {
  return localSignerFromPem(readKeyFile(file), file);
}

/**
 * A key that a secret store handed over as text. `at` names the place for messages: the key itself never enters one.
 * ConfigurationError `key/not-a-private-key`.
 */
export function localSignerFromPem(pem: string, at: string): LocalSigner {
  try {
    return signerFrom(createPrivateKey({ key: pem, format: 'pem' }), at);
  } catch (cause) {
    if (cause instanceof ConfigurationError) throw cause;
    throw notAKey(at, 'text that OpenSSL does not read', cause);
  }
}

export function signerFrom(key: KeyObject, at: string): LocalSigner {
  if (key.asymmetricKeyType !== 'ed25519') throw notAKey(at, key.asymmetricKeyType ?? 'another key');
  const publicPem = String(createPublicKey(key).export({ type: 'spki', format: 'pem' }));
  const publicKey = publicKeyFromPem(publicPem, at);
  return {
    keyId: publicKey.keyId,
    algorithm: 'ed25519',
    publicKey,
    publicPem,
    sign: (message) => Promise.resolve(new Uint8Array(sign(null, message, key))),
  };
}

function notAKey(at: string, found: string, cause?: unknown): ConfigurationError {
  return new ConfigurationError('key/not-a-private-key', {
    expected: 'an Ed25519 private key, PKCS #8 in PEM',
    found,
    at,
    doThis: 'Make one with "proofrail keys new".',
    cause,
  });
}
