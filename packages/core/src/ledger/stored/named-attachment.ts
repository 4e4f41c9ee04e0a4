import { isSha256, type Sha256 } from '../../canonical/digest.ts';

const ORIGINAL = Buffer.from('"raw_ref":null,"raw_retained":true,"raw_sha256":"');
const ANSWERS = Buffer.from('"answers":{"document":"');
const DIGEST_LENGTH = 'sha256:'.length + 64;

/**
 * What a record's payload says was kept outside of the ledger, or null: an original, or of a decision, whose original is a blob, what the
 * platform answered. Payloads are canonical JSON, in which these members are neighbours and a quotation mark inside a text is escaped: the
 * byte sequence can only be the members themselves.
 */
export function namedAttachment(payload: Uint8Array): Sha256 | null {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return digestBehind(ORIGINAL, bytes) ?? digestBehind(ANSWERS, bytes);
}

function digestBehind(members: Buffer, bytes: Buffer): Sha256 | null {
  const at = bytes.indexOf(members);
  if (at === -1) return null;
  const start = at + members.length;
  const digest = bytes.toString('latin1', start, start + DIGEST_LENGTH);
  return isSha256(digest) ? digest : null;
}
