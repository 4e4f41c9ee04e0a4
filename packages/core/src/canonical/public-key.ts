import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { ConfigurationError, type FailureCode } from '../outcomes/failure.ts';
import type { KeyId } from '../ports/key-id.ts';
import type { SignatureAlgorithm } from '../ports/signer.ts';
import { decodeBase64 } from './base64.ts';
import { sha256 } from './digest.ts';

const SIGNATURE_BYTES = 64; // both algorithms: R ‖ S (RFC 8032 5.1.6), r ‖ s (IEEE P1363)

// OpenSSL reads compressed and hybrid points too and exports them as they came, so one key would have several ids: only these openings
// count (RFC 8410 4; RFC 5480 2 with the uncompressed point of SEC 1 2.3.3), each followed by the key and nothing else.
const OPENINGS: Readonly<Record<SignatureAlgorithm, { readonly hex: string; readonly bytes: number }>> = {
  ed25519: { hex: '302a300506032b6570032100', bytes: 44 },
  'ecdsa-p256-sha256': { hex: '3059301306072a8648ce3d020106082a8648ce3d03010703420004', bytes: 91 },
};

const PEM = /^-----BEGIN PUBLIC KEY-----\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n-----END PUBLIC KEY-----\s*$/;

export interface PublicKey {
  /** SHA-256 of the SubjectPublicKeyInfo. */
  readonly keyId: KeyId;
  readonly algorithm: SignatureAlgorithm;
  /** SubjectPublicKeyInfo, DER. */
  readonly der: Uint8Array;
  /** False for any signature that is not 64 bytes and right: never throws. */
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/**
 * A key from one `PUBLIC KEY` block (RFC 7468 13). Node would take a private key or a certificate here as well; a trust file that holds
 * one is a mistake to name, not to work with. ConfigurationError `key/...`.
 */
export function publicKeyFromPem(pem: string, at: string): PublicKey {
  const body = PEM.exec(pem.trimStart())?.[1];
  const label = /-----BEGIN ([A-Z0-9 ]+)-----/.exec(pem)?.[1];
  if (body === undefined) throw failure('key/not-pem', label === undefined ? 'no PEM block' : `a block labelled ${label}`, at);
  const der = decodeBase64(body.replaceAll(/[\r\n]/g, ''));
  if (der === null) throw failure('key/not-pem', 'base64 that is not canonical', at);
  return publicKeyFromDer(der, at);
}

/** A key from DER, in the one encoding that gives the key one id. ConfigurationError `key/...`. */
export function publicKeyFromDer(der: Uint8Array, at = 'public key'): PublicKey {
  const key = readSpki(der, at);
  const algorithm = algorithmOf(key);
  if (algorithm === null) throw failure('key/unsupported', describe(key), at);
  if (!isCanonical(der, algorithm)) throw failure('key/not-canonical', 'another encoding of the key', at);
  return {
    keyId: keyIdOf(der),
    algorithm,
    der: Uint8Array.from(der),
    verify: (message, signature) => signature.length === SIGNATURE_BYTES && verifyWith(key, algorithm, message, signature),
  };
}

/** SHA-256 of a DER-encoded SubjectPublicKeyInfo. */
export function keyIdOf(der: Uint8Array): KeyId {
  return sha256(der) as string as KeyId;
}

function readSpki(der: Uint8Array, at: string): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  } catch (cause) {
    throw failure('key/not-a-public-key', `${der.length} bytes that OpenSSL does not read`, at, cause);
  }
}

function algorithmOf(key: KeyObject): SignatureAlgorithm | null {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  return key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256-sha256' : null;
}

function isCanonical(der: Uint8Array, algorithm: SignatureAlgorithm): boolean {
  const { hex, bytes } = OPENINGS[algorithm];
  return der.length === bytes && Buffer.from(der).toString('hex').startsWith(hex);
}

function verifyWith(key: KeyObject, algorithm: SignatureAlgorithm, message: Uint8Array, signature: Uint8Array): boolean {
  switch (algorithm) {
    case 'ed25519':
      return verify(null, message, key, signature);
    case 'ecdsa-p256-sha256':
      return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
  }
}

function describe(key: KeyObject): string {
  return [key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve].filter((word) => word !== undefined).join(' ');
}

function failure(code: FailureCode, found: string, at: string, cause?: unknown): ConfigurationError {
  const doThis = 'Export the public half with "openssl pkey -pubout" (P-256: -ec_conv_form uncompressed).';
  return new ConfigurationError(code, {
    expected: 'an Ed25519 or P-256 public key (SubjectPublicKeyInfo)',
    found,
    at,
    doThis,
    cause,
  });
}
