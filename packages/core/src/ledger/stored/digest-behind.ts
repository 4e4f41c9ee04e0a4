import { isSha256, type Sha256 } from '../../canonical/digest.ts';

const DIGEST_LENGTH = 'sha256:'.length + 64;

/**
 * The digest that stands behind some members of a record's payload, or null. Payloads are canonical JSON, in which members of one object are
 * neighbours and a quotation mark inside a text is escaped: the byte sequence can only be the members themselves.
 */
export function digestBehind(members: Buffer, payload: Uint8Array): Sha256 | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const at = bytes.indexOf(members);
  if (at === -1) return null;
  const start = at + members.length;
  const digest = bytes.toString('latin1', start, start + DIGEST_LENGTH);
  return isSha256(digest) ? digest : null;
}
