import type { JsonObject, JsonValue } from './json-value.ts';

/** Not for null and not for a list, which JavaScript calls objects as well. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What to call a value in an error: `an array`, `null`, `nothing` for a member that is not there. */
export function jsonKind(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'an array' : 'an object';
  return `a ${typeof value}`;
}
