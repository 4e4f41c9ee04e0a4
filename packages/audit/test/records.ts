import { sha256, type Sha256 } from '@proofrail/core/canonical';
import {
  createRecord,
  recordOf,
  type CommonInput,
  type Details,
  type EvidenceKind,
  type RecordSubject,
} from '@proofrail/core/evidence';
import type { LedgerRecord, RecordName, StreamId } from '@proofrail/core/ledger';
import type { KeyId } from '@proofrail/core/ports';
import type { PlacedRecord } from '../src/index.ts';

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
}

let made = 0;

/** A record as the product itself makes it, at a place in a ledger. */
export function placed<K extends EvidenceKind>(
  kind: K,
  subject: RecordSubject,
  details: Details<K>,
  { at = START, slot = 1, run = '9000001', common = {} }: Placed = {},
): PlacedRecord {
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
  const statement = createRecord({ kind, subject, evidence, details }, sources(at));
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

export function decision(more: Partial<Details<'policy.decision'>> = {}, place: Placed = {}): PlacedRecord {
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
  unknown_facts: [],
  previous_decision: null,
};

export function intent(place: Placed = {}): PlacedRecord {
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

export function bill(commit: string | null, place: Placed = {}): PlacedRecord {
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
