import { readCompactJson } from './compact-json.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { jsonFailure } from './json-failure.ts';
import { DEFAULT_JSON_LIMITS, type JsonLimits } from './json-limits.ts';
import { JsonReader } from './json-reader.ts';
import type { JsonValue } from './json-value.ts';

export interface StrictJsonOptions {
  /** What to call the text in errors: a file name, an object key. */
  readonly at: string;
  readonly limits?: Partial<JsonLimits>;
}

/**
 * The one value that UTF-8 bytes mean in every reader: RFC 8259 narrowed to I-JSON (RFC 7493), without byte-order mark. Objects are
 * plain and own all their members, `__proto__` too. Throws ConfigurationError with a code `json/...`, `at` as file:line:column.
 */
export function parseStrictJson(bytes: Uint8Array, options: StrictJsonOptions): JsonValue {
  const { at } = options;
  const { maxBytes, maxDepth } = { ...DEFAULT_JSON_LIMITS, ...options.limits };
  if (bytes.length > maxBytes) {
    throw jsonFailure('json/too-large', `${bytes.length} bytes, with at most ${maxBytes} allowed`, { at, text: '', offset: 0 });
  }
  const text = decodeUtf8(bytes, at);
  return readCompactJson(text, maxDepth) ?? new JsonReader(text, { at, maxDepth }).read();
}
