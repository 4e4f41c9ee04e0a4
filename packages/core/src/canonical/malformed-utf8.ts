/** Where bytes stop being UTF-8, for people. */
export interface MalformedUtf8 {
  readonly found: string;
  /** All before it. */
  readonly text: string;
  /** Half of a pair, written as if it were a character: WTF-8 and CESU-8 do. */
  readonly isSurrogate: boolean;
}

/** Of bytes that a strict reader refused: it says neither where nor what. */
export function malformedUtf8(bytes: Uint8Array): MalformedUtf8 {
  const offset = firstMalformed(bytes);
  // Streaming leaves out a character that is not whole, so the text ends where the malformed one starts.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset), { stream: true });
  const found = `byte 0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')} at offset ${offset}`;
  return isUtf16(bytes)
    ? { found: 'UTF-16', text, isSurrogate: false }
    : { found, text, isSurrogate: isEncodedSurrogate(bytes, offset) };
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

/** The decoder stops at the second byte of ED A0..BF xx. */
function isEncodedSurrogate(bytes: Uint8Array, offset: number): boolean {
  return bytes[offset - 1] === 0xed && (bytes[offset] ?? 0) >= 0xa0;
}

function isUtf16(bytes: Uint8Array): boolean {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff;
}
