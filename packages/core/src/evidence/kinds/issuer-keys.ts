import * as v from 'valibot';
import { timestamp } from '../../facts/words.ts';
import { issuerName, publishedKey } from '../../platform/issuer-key.ts';
import { digest } from '../words.ts';
import { defineKind } from './kind.ts';

/**
 * Which keys an issuer of identity tokens published, as the sealer fetched them itself. A key set that the writer of a record stored would
 * prove nothing: whoever forges a token publishes the key for it, too.
 */
export const issuerKeys = defineKind('issuer.keys', {
  issuer: issuerName,
  /** Those that tokens can be signed with: RSA, 2,048 bits or more. */
  keys: v.pipe(v.array(publishedKey), v.minLength(1), v.maxLength(64)),
  fetched_at: timestamp,
  /** SHA-256 of the key set as the issuer sent it. */
  answer: digest,
});
