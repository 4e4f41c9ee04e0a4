import * as v from 'valibot';
import { timestamp } from '../../facts/words.ts';
import { digest, textDigest } from '../words.ts';
import { defineKind } from './kind.ts';

/**
 * What became of a key that signs or encrypts evidence. The history of keys is itself evidence; which keys count when is for the trust file
 * to say, because whoever holds a key could write its history too.
 */
export const keyEvent = defineKind('key.event', {
  /** Its id: SHA-256 of the public half. Null: a key of KMS that is named by its ARN alone; one that encrypts has no public half. */
  key: v.nullable(digest),
  /** SHA-256 of its ARN in KMS: what CloudTrail calls it. */
  kms_key: v.nullable(digest),
  event: v.picklist(['created', 'rotated', 'retired', 'compromised']),
  /** The key that signs in its place. Null also where KMS rotates inside of a key, whose name stays. */
  successor: v.nullable(digest),
  /** For `compromised`: from when on somebody else may have signed with it. */
  compromised_from: v.nullable(timestamp),
  reason: v.nullable(textDigest),
});
