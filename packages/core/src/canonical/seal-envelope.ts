import type { Signer } from '../ports/signer.ts';
import { storedEnvelope } from './envelope.ts';
import { withLowS } from './low-s.ts';
import { preAuthenticationEncoding } from './pre-authentication-encoding.ts';

/** Signs the payload as it is and returns the bytes to store. Whatever the signer throws goes through. */
export async function sealEnvelope(payloadType: string, payload: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const answer = await signer.sign(preAuthenticationEncoding(payloadType, payload));
  const signature = signer.algorithm === 'ecdsa-p256-sha256' ? withLowS(answer) : answer;
  return storedEnvelope({ payloadType, payload, signatures: [{ keyId: signer.keyId, signature }] });
}
