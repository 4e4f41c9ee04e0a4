import { writeFileSync } from 'node:fs';
import { sha256, textDigest, type Sha256 } from '@proofrail/core/canonical';
import {
  createRecord,
  sealRecord,
  type CommonInput,
  type Details,
  type EvidenceKind,
  type RecordSubject,
} from '@proofrail/core/evidence';
import { known } from '@proofrail/core/context';
import { append, formatTrustFile, type Ledger, type SequencedReceipt } from '@proofrail/core/ledger';
import type { Manifest } from '@proofrail/core/policy';
import { ledgerOn, START, STREAM, testSigner, trustIn, type TestSigner } from '../../ledger/small-ledger.ts';
import { HastyStore } from './hasty-store.ts';

/** Of each change: an intent, two scans, its approvals, the decision and the merge, in three slots. */
export const RECORDS_A_CHANGE = 6;
const YEARS = 4;
const YEAR = 365 * 24 * 3_600_000; // milliseconds
const DENIED_ONE_IN = 20;
const MINUTE = 60_000;

export interface GrownEvidence {
  readonly folder: string;
  readonly trustFile: string;
}

/** A ledger in a folder that says what a gate says of so many changes, evenly over four years, under the rules of `manifest`. */
export async function growEvidence(folder: string, changes: number, manifest: Manifest): Promise<GrownEvidence> {
  const signer = testSigner();
  const time = { now: START };
  const ledger = ledgerOn(new HastyStore(folder), signer, { now: () => (time.now += 1) });
  let genesis: SequencedReceipt | null = null;
  for (let n = 1; n <= changes; n++) {
    time.now = START + Math.floor(((n - 1) / changes) * YEARS * YEAR);
    const first = await writeChange({ ledger, signer, n, manifest });
    genesis ??= first;
  }
  const trustFile = `${folder}.trust.json`;
  writeFileSync(trustFile, formatTrustFile(trustIn([signer], genesis)));
  return { folder, trustFile };
}

interface OneChange {
  readonly ledger: Ledger;
  readonly signer: TestSigner;
  readonly n: number;
  readonly manifest: Manifest;
}

async function writeChange(change: OneChange): Promise<SequencedReceipt> {
  const { n } = change;
  const head = commitOf(`head ${n}`);
  const intent = await written(change, 'run.intent', { commit: head }, intentOf(change));
  const facts = [
    await sealed(change, 'scan.result', { raw: sha256(`sast ${n}`) }, scanOf(change, 'sast')),
    await sealed(change, 'scan.result', { raw: sha256(`sca ${n}`) }, scanOf(change, 'sca')),
    await sealed(change, 'change.approval', { commit: head }, approvalOf(change)),
  ];
  const related = facts.map((bytes) => ({ rel: 'fact' as const, digest: sha256(bytes) }));
  const decision = await sealed(change, 'policy.decision', { commit: head }, decisionOf(change), related);
  await Promise.all([...facts, decision].map((bytes) => append(change.ledger, STREAM, bytes)));
  await written(change, 'change.merged', { commit: commitOf(`landed ${n}`) }, mergeOf(change, sha256(decision)));
  return intent;
}

const isDenied = (n: number): boolean => n % DENIED_ONE_IN === 0;
const commitOf = (name: string): string => sha256(name).slice(7, 47);
const personOf = (n: number): `person:${string}` => `person:${sha256(`person ${n % 30}`).slice(7, 39)}`;
const timeOf = ({ ledger }: OneChange): string => new Date(ledger.clock.now()).toISOString();

async function written<K extends EvidenceKind>(change: OneChange, kind: K, subject: RecordSubject, details: Details<K>) {
  return append(change.ledger, STREAM, await sealed(change, kind, subject, details));
}

async function sealed<K extends EvidenceKind>(
  { ledger, signer, n }: OneChange,
  kind: K,
  subject: RecordSubject,
  details: Details<K>,
  related: readonly { readonly rel: 'fact'; readonly digest: Sha256 }[] = [],
): Promise<Uint8Array> {
  const run = kind === 'change.merged' ? `2${n}` : `1${n}`;
  const evidence: CommonInput = {
    system: 'github',
    outcome: isDenied(n) ? 'fail' : 'pass',
    facts: 'read',
    method: 'event',
    collector_id: 'policy-gate',
    collector_version: '0.1.0',
    run_id: run,
    run_attempt: 1,
    control_refs: ['iso27001:2022/A.8.32', 'soc2:2017/CC8.1'],
    related: [...related],
  };
  const randomness = (count: number): Uint8Array =>
    Buffer.from(sha256(`${kind} ${n} ${JSON.stringify(subject)}`).slice(7, 7 + count));
  return sealRecord(createRecord({ kind, subject, evidence, details }, { clock: ledger.clock, randomness, signer }), signer);
}

const intentOf = (change: OneChange): Details<'run.intent'> => ({
  repository: STREAM,
  event: 'pull_request',
  head: commitOf(`head ${change.n}`),
  run: `1${change.n}`,
  attempt: 1,
  expected_kinds: ['policy.decision', 'change.approval', 'scan.result'],
  deadline: new Date(change.ledger.clock.now() + 30 * MINUTE).toISOString(),
});

const scanOf = ({ n }: OneChange, name: string): Details<'scan.result'> => ({
  target: { commit: commitOf(`head ${n}`) },
  report: sha256(`${name} ${n}`),
  producer: 'verified',
  result: { known: true, rules: 412, findings: 7, basis: 'rules' },
  counts: { critical: 0, high: isDenied(n) ? 1 : 0, medium: 2, low: 4, none: 1, unknown: 0 },
  suppressed: 0,
  waived: 0,
});

const approvalOf = (change: OneChange): Details<'change.approval'> => ({
  approvals: [1, 2].map((k) => ({
    id: personOf(change.n + k),
    roles: k === 1 ? ['security'] : [],
    state: 'approved' as const,
    at: timeOf(change),
    commit: commitOf(`head ${change.n}`),
    counted: true,
  })),
  required: { minimum: 2, roles: ['security'], class: 'ordinary', elevated: null },
  threads: known({ total: 1, resolved: 1, security: 0, openings: [textDigest(`thread ${change.n}`)] }),
  tickets: known([textDigest(`ticket ${change.n}`)]),
  checks: known(
    ['build', 'test', 'lint'].map((name) => ({
      name: textDigest(name),
      app_id: '15368',
      workflow: textDigest(`.github/workflows/${name}.yml`),
      commit: commitOf(`head ${change.n}`),
      conclusion: 'success' as const,
      attempt: 1,
    })),
  ),
  rules_in_force_digest: sha256('rules in force'),
});

function decisionOf(change: OneChange): Details<'policy.decision'> {
  const { n, manifest } = change;
  const head = commitOf(`head ${n}`);
  return {
    decision: isDenied(n) ? 'deny' : 'allow',
    cause: 'rules',
    error: null,
    provisional: false,
    evaluated_at: timeOf(change),
    subject: {
      repository: STREAM,
      kind: 'pull_request',
      number: n,
      head,
      base: commitOf(`landed ${n - 1}`),
      checked: head,
      landed: null,
      head_branch: textDigest(`change/${n}`),
      base_branch: textDigest('main'),
      digest: null,
      environment: null,
    },
    environment: null,
    rules: manifest.rules.map(({ id, controls }, index) => ({
      id,
      status: isDenied(n) && index === 0 ? 'fail' : 'pass',
      mode: 'enforce',
      reasons: isDenied(n) && index === 0 ? [{ code: 'awaiting-review', params: { counted: 1, person: 'person-2' } }] : [],
      exception: null,
      controls: Object.values(controls).flat(),
    })),
    waivers: [],
    approvals: { count: 2, roles: ['security'] },
    people: [1, 2].map((k) => ({
      label: `person-${k}`,
      id: personOf(n + k),
      kind: 'human' as const,
      roles: k === 1 ? ['security'] : [],
    })),
    policy: { sha256: manifest.policy, capabilities: manifest.capabilities, opa: manifest.opa, sdk: null },
    configuration: {
      controls: sha256('controls'),
      roles: sha256('roles'),
      exceptions: sha256('exceptions'),
      form: 'short',
      preset: 'baseline',
      retention_years: 7,
    },
    input: { sha256: sha256(`input ${n}`), ref: null },
    answers: {
      document: null,
      items: Array.from({ length: 9 }, (_, k) => ({
        asked: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
        bytes: 4_000 + k,
        sha256: sha256(`answer ${n} ${k}`),
        status: 200,
      })),
      total: 9,
    },
    unknown_facts: [],
    previous_decision: null,
  };
}

const mergeOf = ({ n }: OneChange, decision: Sha256): Details<'change.merged'> => ({
  branch: textDigest('main'),
  commit: commitOf(`landed ${n}`),
  parent: commitOf(`landed ${n - 1}`),
  tree: commitOf(`tree ${n}`),
  expected_tree: commitOf(`tree ${n}`),
  head: commitOf(`head ${n}`),
  pull_request: n,
  method: 'squash-or-rebase',
  decision,
  pushed_by: personOf(n),
});
