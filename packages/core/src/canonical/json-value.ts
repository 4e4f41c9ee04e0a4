/** What RFC 8259 can say. Objects are plain, without prototype tricks: the strict reader makes them. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
