import { encodeBase64 } from './base64.ts';

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

/**
 * The only bytes that an envelope is stored as: RFC 8785 over the JSON of DSSE's envelope.md. Base64 needs no escaping, and members stand
 * in order: a template is canonical.
 */
export function storedEnvelope({ payloadType, payload, signatures }: Envelope): Uint8Array {
  const list = signatures.map(({ keyId, signature }) => `{"keyid":${JSON.stringify(keyId)},"sig":"${encodeBase64(signature)}"}`);
  return Buffer.from(
    `{"payload":"${encodeBase64(payload)}","payloadType":${JSON.stringify(payloadType)},"signatures":[${list.join(',')}]}`,
  );
}
