import { jsonFailure } from './json-failure.ts';

// ignoreBOM keeps the mark in the text, where it can be refused: a reader that drops it would let two byte strings mean one document.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of UTF-8 bytes; ConfigurationError `json/byte-order-mark`, `json/invalid-utf8` or `json/lone-surrogate` with the place. */
export function decodeUtf8(bytes: Uint8Array, at: string): string {
  const text = decodeOrNull(bytes);
  if (text === null) throw encodingFailure(bytes, at);
  if (text.charCodeAt(0) === 0xfeff) throw jsonFailure('json/byte-order-mark', 'a byte-order mark', { at, text, offset: 0 });
  return text;
}

function decodeOrNull(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null; // fatal mode throws for exactly one reason, and says neither where nor what
  }
}

function encodingFailure(bytes: Uint8Array, at: string): Error {
  const offset = firstMalformed(bytes);
  // Streaming leaves out a character that is not whole, so the text ends where the malformed one starts.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset), { stream: true });
  const found = `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')} at offset ${offset}`;
  const place = { at, text, offset: text.length };
  if (isUtf16(bytes)) return jsonFailure('json/invalid-utf8', 'UTF-16', place);
  return jsonFailure(isEncodedSurrogate(bytes, offset) ? 'json/lone-surrogate' : 'json/invalid-utf8', found, place);
}

/** Length of the longest well-formed prefix, by bisection: a prefix that ends inside a character is still well-formed so far. */
function firstMalformed(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isWellFormedSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  return good;
}

function isWellFormedSoFar(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** WTF-8 and CESU-8 write a surrogate as ED A0..BF xx; the decoder stops at the second byte. */
function isEncodedSurrogate(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset - 1] === 0xed && (bytes[offset] ?? 0) >= 0xa0;
}

function isUtf16(bytes: Uint8Array): boolean {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff;
}
