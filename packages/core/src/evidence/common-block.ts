import * as v from 'valibot';
import { count } from '../facts/fact.ts';
import { commitId, platformId, scanClass, severity, timestamp } from '../facts/words.ts';
import {
  actor,
  blobKey,
  changeId,
  checkpoint,
  controlRef,
  digest,
  exceptionId,
  mediaType,
  shortWord,
  textDigest,
  toolName,
  ulidText,
  version,
} from './words.ts';

/** What became of what the record speaks of. `error` is not `fail`: nothing was judged. */
const RECORD_OUTCOMES = ['pass', 'fail', 'error', 'skipped', 'bypassed', 'n_a'] as const;

/**
 * What every record says, whatever its kind: `predicate.evidence` (auditor.md 4.2). The index adds its own columns later (place in the
 * ledger, storage, retention): a writer cannot sign what it does not know.
 */
export const commonBlock = {
  schema_version: v.literal('1'),
  id: ulidText,
  kind: shortWord,
  /** When it happened, where it happened. */
  event_time: timestamp,
  observed_from: v.nullable(timestamp),
  observed_to: v.nullable(timestamp),
  /** When it was read. When it was sealed is the ledger's to say. */
  collected_at: timestamp,
  org: v.nullable(platformId),
  system: shortWord,
  repo: v.nullable(platformId),
  environment: v.nullable(shortWord),
  change_id: v.nullable(changeId),
  change_type: v.nullable(v.picklist(['standard', 'normal', 'emergency'])),
  commit_sha: v.nullable(commitId),
  head_sha: v.nullable(commitId),
  merge_sha: v.nullable(commitId),
  subject_digest: v.nullable(digest),
  run_id: v.nullable(platformId),
  run_attempt: v.nullable(count),
  workflow_ref: v.nullable(textDigest),
  actor_id: v.nullable(actor),
  actor_type: v.nullable(v.picklist(['human', 'bot', 'service'])),
  actor_role: v.nullable(shortWord),
  author_id: v.nullable(actor),
  approver_ids: v.array(actor),
  approved_commit: v.nullable(commitId),
  approved_at: v.nullable(timestamp),
  outcome: v.picklist(RECORD_OUTCOMES),
  severity: v.nullable(severity),
  scan_type: v.nullable(scanClass),
  tool_name: v.nullable(toolName),
  tool_version: v.nullable(version),
  tool_digest: v.nullable(digest),
  exception_id: v.nullable(exceptionId),
  expires_at: v.nullable(timestamp),
  owner_id: v.nullable(actor),
  /** The controls that this was evidence for when it was made; today's map may say otherwise. */
  control_refs: v.array(controlRef),
  control_map_digest: v.nullable(digest),
  policy_digest: v.nullable(digest),
  method: v.picklist(['event', 'pull', 'manual']),
  /** `given`: it rests on a file that somebody handed over, and satisfies nothing later unless a verifier says so. */
  facts: v.picklist(['given', 'read']),
  collector_id: shortWord,
  collector_version: version,
  source_system: v.nullable(shortWord),
  source_uri: v.nullable(textDigest),
  source_query_digest: v.nullable(digest),
  source_count: v.nullable(count),
  raw_sha256: v.nullable(digest),
  raw_media_type: v.nullable(mediaType),
  raw_ref: v.nullable(blobKey),
  raw_retained: v.boolean(),
  related: v.array(v.strictObject({ rel: shortWord, digest })),
  /**
   * The newest signed checkpoint that the writer saw before it made the record: the record is younger. Null: the ledger had no seal, or
   * its writer could not read one.
   */
  checkpoint: v.nullable(checkpoint),
  /** `artifact`: the ledger is an artifact of the run that wrote this, which the platform deletes. An archive it is not. */
  kept_by: v.picklist(['ledger', 'artifact']),
  /** After so many days; null for a ledger, and where the platform did not say. */
  kept_days: v.nullable(count),
  pii_class: v.picklist(['none', 'pseudonymous']),
  subject_key_id: v.nullable(digest),
  /** Whose signature the envelope carries; sealing with another key is refused. */
  signer: digest,
  signature_kind: v.picklist(['ed25519', 'ecdsa-p256-sha256']),
  /** `oidc`: a receipt lies beside the record under which the platform vouches for it. `none`: nobody but the key does. */
  platform_receipt: v.picklist(['oidc', 'none']),
} as const;

export type CommonBlock = v.InferOutput<v.StrictObjectSchema<typeof commonBlock, undefined>>;
