import type { JsonValue } from '../canonical/json-value.ts';
import { parseStrictJson } from '../canonical/parse-strict-json.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Strict JSON as other people's tools write it: .NET ones put a byte-order mark first, which a reader may ignore (RFC 8259 8.1).
 * Nothing here is signed or hashed again, so that is safe. Throws ConfigurationError `json/...`.
 */
export function parseDocument(bytes: Uint8Array, file: string): JsonValue {
  const marked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
  return parseStrictJson(marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes, { at: file });
}
