import { parseStatement } from '../../canonical/parse-statement.ts';
import { STATEMENT_TYPE } from '../../canonical/statement.ts';

const HEAD = Buffer.from(`{"_type":"${STATEMENT_TYPE}","predicate":{`);
const SUBJECT = '\\{"digest":\\{"(?:sha256":"[0-9a-f]{64}|gitCommit":"[0-9a-f]{40})"\\}(?:,"name":"[a-z]{1,32}")?\\}';
const TAIL = new RegExp(
  `\\},"predicateType":"https://proofrail\\.dev/evidence/[a-z.]{1,64}/v[0-9]{1,3}","subject":\\[${SUBJECT}(?:,${SUBJECT})?\\]\\}$`,
);
const LONGEST_TAIL = 512;

/**
 * Whether a payload has the members of an in-toto Statement. Ours have one beginning and one end: to read what lies between takes half as
 * long as to verify a signature (measured), so that is for whoever reads the record. Whatever looks otherwise is read as a whole.
 */
export const isStatement = (payload: Uint8Array): boolean => looksLikeOurs(payload) || canBeRead(payload);

function looksLikeOurs(payload: Uint8Array): boolean {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return (
    bytes.subarray(0, HEAD.length).equals(HEAD) && TAIL.test(bytes.toString('latin1', Math.max(0, bytes.length - LONGEST_TAIL)))
  );
}

function canBeRead(payload: Uint8Array): boolean {
  try {
    parseStatement(payload, 'payload');
    return true;
  } catch {
    return false; // the caller says what it expected there
  }
}
