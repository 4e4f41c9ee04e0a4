import { jsonFailure } from './json-failure.ts';
import { malformedUtf8 } from './malformed-utf8.ts';

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
  const { found, text, isSurrogate } = malformedUtf8(bytes);
  return jsonFailure(isSurrogate ? 'json/lone-surrogate' : 'json/invalid-utf8', found, { at, text, offset: text.length });
}
