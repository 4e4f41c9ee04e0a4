import type { KeyId } from '../ports/key-id.ts';
import type { Envelope, EnvelopeSignature } from './envelope.ts';
import { hasLowS } from './low-s.ts';
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts';
import type { PublicKey } from './public-key.ts';

/**
 * The distinct keys among `keys` that signed the envelope; empty means unverified. A signature counts only under the key that it names:
 * trying them all would let a changed key id pass. Of the two forms of a P-256 signature only the one that sealEnvelope writes counts.
 */
export function verifyEnvelope(envelope: Envelope, keys: readonly PublicKey[]): readonly KeyId[] {
  const message = preAuthenticationEncoding(envelope.payloadType, envelope.payload);
  const signers = keys.filter((key) => envelope.signatures.some((signature) => isBy(key, signature, message)));
  return [...new Set(signers.map((key) => key.keyId))];
}

function isBy(key: PublicKey, { keyId, signature }: EnvelopeSignature, message: Uint8Array): boolean {
  if (keyId !== key.keyId || !key.verify(message, signature)) return false;
  return key.algorithm !== 'ecdsa-p256-sha256' || hasLowS(signature);
}
