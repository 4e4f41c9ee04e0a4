import type { ObjectKey } from '../../ports/object-store.ts';

const MEMBER = Buffer.from('"raw_ref":"v1/blobs/');
const KEY_OFFSET = '"raw_ref":"'.length;

/**
 * The blob that a record's payload names in `raw_ref`, or null. Payloads are canonical JSON, where a quotation mark inside a text is
 * escaped: this byte sequence can only be the member itself, so that no record needs to be parsed.
 */
export function namedBlob(payload: Uint8Array): ObjectKey | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const at = bytes.indexOf(MEMBER);
  if (at === -1) return null;
  const start = at + KEY_OFFSET;
  return bytes.toString('latin1', start, bytes.indexOf('"', start)) as ObjectKey;
}
