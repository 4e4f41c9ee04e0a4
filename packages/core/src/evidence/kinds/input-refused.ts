import * as v from 'valibot';
import { digest, errorCode, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

/**
 * A document that was to become evidence and could not be used: it is missing, too large, or not what it claims. Without this record,
 * handing over a broken one would be the way to leave no trace of having been asked (decisions.md, Outcomes).
 */
export const inputRefused = defineKind('input.refused', {
  /** The kind of record that it would have become. */
  instead_of: v.picklist(['sbom', 'scan.result']),
  error: v.strictObject({
    code: errorCode,
    message: textDigest,
  }),
  /** Of the bytes; null where none could be read. */
  document: v.nullable(digest),
});
