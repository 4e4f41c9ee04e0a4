/** Standard base64 with padding (RFC 4648 4): the one text that `decodeBase64` takes for these bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Bytes of standard base64 with padding (RFC 4648 4), or null. Only the one text that encodes the bytes is taken: Node skips foreign
 * characters and unused bits, so that many texts would mean the same bytes and a changed envelope would still verify.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return null;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
