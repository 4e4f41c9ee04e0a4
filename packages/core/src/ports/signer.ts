import type { KeyId } from './key-id.ts';

/** Signs bytes with a key that never leaves the adapter. */
export interface Signer {
  readonly keyId: KeyId;
  readonly algorithm: SignatureAlgorithm;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Ed25519: RFC 8032, 64-byte signature. P-256: ECDSA over SHA-256, IEEE P1363 encoding (r ‖ s, 64 bytes). */
export type SignatureAlgorithm = 'ed25519' | 'ecdsa-p256-sha256';
