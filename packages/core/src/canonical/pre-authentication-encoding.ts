const utf8 = new TextEncoder();

/** What DSSE signs: `DSSEv1`, then type and payload with their lengths in bytes (protocol.md of secure-systems-lab/dsse). */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8.encode(payloadType);
  const head = utf8.encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const message = new Uint8Array(head.length + payload.length);
  message.set(head);
  message.set(payload, head.length);
  return message;
}
