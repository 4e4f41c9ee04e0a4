import * as v from 'valibot';
import { timestamp } from '../../facts/words.ts';
import { actor, digest, shortWord } from '../words.ts';
import { defineKind } from './kind.ts';

/** What runs where since when, and who let it. */
export const deployment = defineKind('deployment', {
  environment: shortWord,
  digest,
  previous_digest: v.nullable(digest),
  authorisation: v.nullable(v.strictObject({ by: actor, at: timestamp })),
  /** The decision that allowed this digest, by record digest. */
  decision: v.nullable(digest),
  strategy: v.nullable(shortWord),
  status: v.picklist(['verified', 'refused', 'started', 'succeeded', 'failed', 'cancelled']),
  source_id: v.nullable(shortWord),
  started_at: v.nullable(timestamp),
  ended_at: v.nullable(timestamp),
});
