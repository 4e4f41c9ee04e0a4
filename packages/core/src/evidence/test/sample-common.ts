import { sha256 } from '../../canonical/digest.ts';
import type { CommonInput } from '../create-record.ts';
import { textDigest } from '../../canonical/text-digest.ts';

export const HEAD = 'a'.repeat(40);
export const ALICE = `person:${'1'.repeat(32)}` as const;
export const BOB = `person:${'2'.repeat(32)}` as const;
export const TIME = '2026-11-21T05:59:00.000Z';
export const one = sha256('one');

/** A common block in which every field that may be empty is not. */
export const fullCommon: CommonInput = {
  event_time: TIME,
  observed_from: TIME,
  observed_to: TIME,
  collected_at: TIME,
  org: '5',
  system: 'github',
  repo: '42',
  environment: 'production',
  change_id: '42#7',
  change_type: 'normal',
  commit_sha: HEAD,
  head_sha: HEAD,
  merge_sha: 'b'.repeat(40),
  subject_digest: one,
  run_id: '9',
  run_attempt: 1,
  workflow_ref: textDigest('.github/workflows/gate.yml'),
  actor_id: ALICE,
  actor_type: 'human',
  actor_role: 'security',
  author_id: 'bot:12',
  approver_ids: [BOB],
  approved_commit: HEAD,
  approved_at: TIME,
  outcome: 'pass',
  severity: 'high',
  scan_type: 'sast',
  tool_name: 'CodeQL',
  tool_version: '2.19.1',
  tool_digest: one,
  exception_id: 'accepted-one',
  expires_at: TIME,
  owner_id: BOB,
  control_refs: ['iso27001:2022/A.8.32', 'soc2:2017/CC8.1'],
  policy_digest: one,
  method: 'manual',
  facts: 'given',
  collector_id: 'policy-gate',
  collector_version: '0.1.0',
  source_system: 'github',
  source_uri: textDigest('https://api.example'),
  source_query_digest: one,
  source_count: 3,
  raw_sha256: one,
  raw_media_type: 'application/json',
  raw_ref: `v1/blobs/42/${'c'.repeat(64)}`,
  raw_retained: true,
  related: [{ rel: 'intent', digest: one }],
  subject_key_id: one,
};
