import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

export type FakeKeySpec = 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'ECC_NIST_EDWARDS25519' | 'RSA_2048' | 'SYMMETRIC_DEFAULT';
export type FakeKeyUsage = 'SIGN_VERIFY' | 'KEY_AGREEMENT' | 'ENCRYPT_DECRYPT';
export type FakeKeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export interface FakeKmsKey {
  readonly arn: string;
  readonly spec: FakeKeySpec;
  readonly usage: FakeKeyUsage;
  /** Change it at any time. */
  state: FakeKeyState;
  /** Null: a symmetric key, which has no public half. */
  readonly pair: KeyPair | null;
}

export function newFakeKey(region: string, account: string, spec: FakeKeySpec, usage: FakeKeyUsage): FakeKmsKey {
  return { arn: `arn:aws:kms:${region}:${account}:key/${randomUUID()}`, spec, usage, state: 'Enabled', pair: newPair(spec) };
}

export function newPair(spec: FakeKeySpec): KeyPair | null {
  switch (spec) {
    case 'ECC_NIST_P256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'ECC_NIST_P384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' });
    case 'ECC_NIST_EDWARDS25519':
      return generateKeyPairSync('ed25519');
    case 'RSA_2048':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'SYMMETRIC_DEFAULT':
      return null;
  }
}
