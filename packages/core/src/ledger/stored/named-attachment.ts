import { isSha256, type Sha256 } from '../../canonical/digest.ts';

const MEMBERS = Buffer.from('"raw_ref":null,"raw_retained":true,"raw_sha256":"');
const DIGEST_LENGTH = 'sha256:'.length + 64;

/**
 * The original that a record's payload says was kept outside of the ledger, or null. Payloads are canonical JSON, in which these members
 * are neighbours and a quotation mark inside a text is escaped: the byte sequence can only be the members themselves.
 */
export function namedAttachment(payload: Uint8Array): Sha256 | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  const at = bytes.indexOf(MEMBERS);
  if (at === -1) return null;
  const start = at + MEMBERS.length;
  const digest = bytes.toString('latin1', start, start + DIGEST_LENGTH);
  return isSha256(digest) ? digest : null;
}
