import type { Sha256 } from '../../canonical/digest.ts';
import { digestBehind } from './digest-behind.ts';

const ORIGINAL = Buffer.from('"raw_ref":null,"raw_retained":true,"raw_sha256":"');
const ANSWERS = Buffer.from('"answers":{"document":"');

/**
 * What a record's payload says was kept outside of the ledger, or null: its original, where that is no blob, or what the platform answered to
 * a decision.
 */
export const namedAttachment = (payload: Uint8Array, hasBlob: boolean): Sha256 | null =>
  (hasBlob ? null : digestBehind(ORIGINAL, payload)) ?? digestBehind(ANSWERS, payload);
