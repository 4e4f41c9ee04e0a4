import { sha256, type Sha256 } from '@proofrail/core/canonical';
import {
  createRecord,
  recordOf,
  type CommonInput,
  type Details,
  type EvidenceKind,
  type EvidenceRecord,
  type RecordSubject,
} from '@proofrail/core/evidence';
import type { LedgerRecord, RecordName, StreamId } from '@proofrail/core/ledger';
import { platformReceiptFor, type PlatformClaims } from '@proofrail/core/platform';
import type { Keeping, KeyId } from '@proofrail/core/ports';

export const START = Date.parse('2026-11-03T09:00:00.000Z');
export const MINUTE = 60_000;
export const HEAD = 'a'.repeat(40);
export const ARTIFACT = sha256('image');
const DIGEST = sha256('something');

const sources = (at: number) => ({
  clock: { now: () => at },
  randomness: (count: number) => new Uint8Array(count),
  signer: { keyId: sha256('key') as string as KeyId, algorithm: 'ed25519' as const },
});

export interface Placed {
  readonly at?: number;
  readonly slot?: number;
  readonly run?: string;
  readonly common?: Partial<CommonInput>;
  readonly platform?: LedgerRecord['platform'];
  readonly keeping?: Keeping;
}

/** Whole, where a page keeps what it says. */
export interface MadeRecord {
  readonly placed: LedgerRecord;
  readonly record: EvidenceRecord;
  readonly slotDigest: Sha256 | null;
}

let made = 0;

/** A record as the product itself makes it, at a place in a ledger. */
export function placed<K extends EvidenceKind>(
  kind: K,
  subject: RecordSubject,
  details: Details<K>,
  { at = START, slot = 1, run = '9000001', common = {}, platform = { kind: 'none' }, keeping = { by: 'ledger' } }: Placed = {},
): MadeRecord {
  const evidence: CommonInput = {
    system: 'github',
    outcome: 'pass',
    facts: 'read',
    method: 'event',
    collector_id: 'test',
    collector_version: '1.0.0',
    run_id: run,
    run_attempt: 1,
    ...common,
  };
  const statement = createRecord({ kind, subject, evidence, details }, { ...sources(at), keeping });
  const digest: Sha256 = sha256(`record ${(made += 1)}`);
  const ledger: LedgerRecord = {
    stream: '700001' as StreamId,
    slot,
    position: 1,
    name: `${String(at).padStart(13, '0')}-${digest.slice(7)}` as RecordName,
    storedAt: at,
    digest,
    envelope: { payloadType: 'application/vnd.in-toto+json', payload: new Uint8Array(), signatures: [] },
    statement,
    signedBy: [],
    byRunKey: false,
    platform,
  };
  return { placed: ledger, record: recordOf(statement, 'test'), slotDigest: sha256(`slot ${slot}`) };
}

type Rule = Details<'policy.decision'>['rules'][number];

export const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'approvals.quorum',
  status: 'pass',
  mode: 'enforce',
  reasons: [],
  exception: null,
  controls: ['A.8.32'],
  ...more,
});

export function decision(more: Partial<Details<'policy.decision'>> = {}, place: Placed = {}): MadeRecord {
  return placed('policy.decision', { commit: HEAD }, { ...DECISION, ...more }, place);
}

const DECISION: Details<'policy.decision'> = {
  decision: 'allow',
  cause: 'rules',
  error: null,
  provisional: false,
  evaluated_at: '2026-11-03T09:00:00.000Z',
  subject: {
    repository: '700001',
    kind: 'pull_request',
    number: 7,
    head: HEAD,
    base: 'b'.repeat(40),
    checked: HEAD,
    landed: null,
    head_branch: { sha256: DIGEST, length: 4 },
    base_branch: { sha256: DIGEST, length: 4 },
    digest: null,
    environment: null,
  },
  environment: null,
  rules: [rule()],
  waivers: [],
  approvals: { count: 2, roles: ['security'] },
  people: [],
  policy: { sha256: DIGEST, capabilities: DIGEST, opa: '1.22.0', sdk: null },
  configuration: { controls: DIGEST, roles: DIGEST, exceptions: DIGEST, form: 'short', preset: 'baseline', retention_years: 7 },
  input: { sha256: DIGEST, ref: null },
  answers: { document: null, items: [], total: 0 },
  unknown_facts: [],
  previous_decision: null,
};

/** What `decision()` judges. */
export const SUBJECT = DECISION.subject;

export function intent(place: Placed = {}): MadeRecord {
  const at = place.at ?? START;
  return placed(
    'run.intent',
    { commit: HEAD },
    {
      repository: '700001',
      event: 'pull_request',
      head: HEAD,
      run: place.run ?? '9000001',
      attempt: 1,
      expected_kinds: ['policy.decision'],
      deadline: new Date(at + 30 * MINUTE).toISOString(),
    },
    place,
  );
}

export function bill(commit: string | null, place: Placed = {}): MadeRecord {
  return placed(
    'sbom',
    { artifact: ARTIFACT },
    {
      artifact: ARTIFACT,
      format: 'cyclonedx',
      format_version: '1.6',
      component_count: 3,
      document: DIGEST,
      document_ref: null,
      generators: [],
      built_from: commit === null ? null : { commit, claimed_by: 'archive-sbom' },
    },
    place,
  );
}

export function bypass(more: Partial<Details<'change.bypass'>> = {}, place: Placed = {}): MadeRecord {
  const details: Details<'change.bypass'> = {
    branch: { sha256: DIGEST, length: 4 },
    commit: 'c'.repeat(40),
    parent: HEAD,
    tree: 'd'.repeat(40),
    expected_tree: null,
    head: null,
    pull_request: null,
    state: 'bypass',
    reason: 'no-pull-request',
    fingerprint: DIGEST,
    exception: null,
    pushed_by: null,
    ...more,
  };
  return placed('change.bypass', { commit: details.commit }, details, { run: '77', ...place });
}

/** The commit of `decision()` on the protected branch, exactly as allowed. */
export function merged(allowed: MadeRecord, place: Placed = {}): MadeRecord {
  const details: Details<'change.merged'> = {
    branch: { sha256: DIGEST, length: 4 },
    commit: 'e'.repeat(40),
    parent: 'b'.repeat(40),
    tree: 'd'.repeat(40),
    expected_tree: 'd'.repeat(40),
    head: HEAD,
    pull_request: 7,
    method: 'squash-or-rebase',
    decision: allowed.placed.digest,
    pushed_by: null,
  };
  return placed('change.merged', { commit: details.commit }, details, { run: '78', ...place });
}

export function approval(more: Partial<Details<'change.approval'>> = {}, place: Placed = {}): MadeRecord {
  const details: Details<'change.approval'> = {
    approvals: [],
    required: { minimum: 2, roles: ['security'], class: 'ordinary', elevated: null },
    threads: { known: true, value: { total: 3, resolved: 3, security: 1, openings: [] } },
    tickets: { known: true, value: [{ sha256: DIGEST, length: 12 }] },
    checks: { known: false, why: 'forbidden' },
    rules_in_force_digest: DIGEST,
    ...more,
  };
  return placed('change.approval', { commit: HEAD }, details, place);
}

/** The platform's word on a record of this run. */
export const vouched = (run: string): LedgerRecord['platform'] => ({ kind: 'verified', claims: claimsOf(run) });

/** What is left of it when the token is erased: names as digests. */
export function countersigned(run: string): LedgerRecord['platform'] {
  const about = { stream: '700001', record: DIGEST, keyId: sources(START).signer.keyId, runKey: null, token: new Uint8Array() };
  return { kind: 'countersigned', claims: platformReceiptFor({ ...about, claims: claimsOf(run) }).claims };
}

const claimsOf = (run: string): PlatformClaims => ({
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:acme/shop:pull_request',
  aud: 'proofrail',
  iat: 1,
  nbf: 1,
  exp: 2,
  repository_id: '700001',
  repository_owner_id: '600001',
  run_id: run,
  run_attempt: '1',
  check_run_id: '1',
  event_name: 'pull_request',
  job_workflow_ref: 'acme/gate/.github/workflows/gate.yml@refs/tags/v1',
  job_workflow_sha: 'f'.repeat(40),
  workflow_ref: 'acme/shop/.github/workflows/required.yml@refs/heads/main',
  workflow_sha: 'f'.repeat(40),
  ref: 'refs/pull/7/merge',
  sha: HEAD,
  runner_environment: 'github-hosted',
});
