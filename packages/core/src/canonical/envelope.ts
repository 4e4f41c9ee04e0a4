import { encodeBase64 } from './base64.ts';
import { canonicalJson } from './canonical-json.ts';

/** A DSSE envelope with its base64 undone. The payload is the very bytes that were signed: never serialise it again. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signatures: readonly EnvelopeSignature[];
}

export interface EnvelopeSignature {
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** The only bytes that an envelope is stored as: RFC 8785 over the JSON of DSSE's envelope.md. */
export function storedEnvelope(envelope: Envelope): Uint8Array {
  return canonicalJson({
    payload: encodeBase64(envelope.payload),
    payloadType: envelope.payloadType,
    signatures: envelope.signatures.map(({ keyId, signature }) => ({ keyid: keyId, sig: encodeBase64(signature) })),
  });
}
