import { sha256, type Sha256 } from '@proofrail/core/canonical';
import type { Change, PlatformWorkflow, Proof, RuleRow, Writer } from '../src/index.ts';

export const AT = Date.parse('2026-11-03T09:12:44.120Z');
export const MINUTE = 60_000;
export const digest = (name: string): Sha256 => sha256(name);
export const commit = (name: string): string => sha256(name).slice(7, 47);

export const GATE: PlatformWorkflow = {
  kind: 'verified',
  repository: '731204418',
  workflow: 'acme/gate/.github/workflows/gate.yml@refs/tags/v1.0.0',
  workflowCommit: commit('workflow'),
  event: 'merge_group',
  runner: 'github-hosted',
};

/** Another run of it whose token is erased: what is left holds no name of the workflow. */
export const ERASED: Writer['platform'] = {
  kind: 'countersigned',
  repository: GATE.repository,
  workflowCommit: GATE.workflowCommit,
  event: 'push',
  runner: GATE.runner,
};

export function proof(name: string, slot: number, position: number, at: number): Proof {
  const record = digest(name);
  return {
    record,
    key: `v1/records/731204418/${at}-${record.slice(7)}`,
    stream: '731204418',
    slot,
    position,
    slotDigest: digest(`slot ${slot}`),
    signature: position > 4 ? { kind: 'lasting', keys: [digest('key')] } : { kind: 'run', keys: [digest('run key')] },
    platform:
      position < 5
        ? { ...GATE, run: '17204411', attempt: '2' }
        : position < 7
          ? { kind: 'unverified', why: 'token/erased' }
          : { kind: 'none' },
  };
}

const rule = (id: string, title: string, more: Partial<RuleRow> = {}): RuleRow => ({
  id,
  title,
  status: 'pass',
  mode: 'enforce',
  controls: ['A.8.32', 'CC8.1'],
  reasons: [],
  exception: null,
  ...more,
});

export const denied: Change = {
  anchor: 'change-1',
  title: 'Pull request 41',
  commit: commit('first'),
  base: commit('base'),
  decidedAt: AT + MINUTE,
  outcome: 'deny',
  cause: 'rules',
  error: null,
  facts: 'given',
  doubts: [],
  rules: [
    rule('approvals.no-self-approval', 'Nobody approves their own change', {
      status: 'fail',
      reasons: ['person-1 approved a change that person-1 had a hand in'],
    }),
    rule('approvals.fresh', 'Approvals are younger than the last push', {
      status: 'fail',
      reasons: ['the approval of person-2 is on 5f0a2b71, the head is 9c44e1d0'],
    }),
    rule('scans.threshold', 'Open findings stay below the threshold', {
      status: 'fail',
      controls: ['A.8.8', 'A.8.29', 'CC7.1'],
      reasons: ['1 critical finding of class sast is open, 0 may be'],
    }),
    rule('images.digest-only', 'Deployed images are named by digest', {
      status: 'fail',
      controls: ['A.8.9', 'CC6.8'],
      reasons: ['ghcr.io/acme/shop:latest in k8s/deployment.yaml, line 18, has no digest'],
    }),
    rule('branches.flow', 'Branches flow as agreed', {}),
    rule('checks.required', 'Required checks succeeded', {
      status: 'unknown',
      reasons: ['the checks could not be read: forbidden'],
    }),
    rule('exceptions.validity', 'Exceptions are valid', { status: 'not_applicable', controls: ['A.5.36'] }),
  ],
  review: null,
  environment: null,
  evidence: [
    { kind: 'run.intent', at: AT, outcome: null, proof: proof('intent 1', 1, 1, AT) },
    { kind: 'policy.decision', at: AT + MINUTE, outcome: 'fail', proof: proof('decision 1', 2, 2, AT + MINUTE) },
  ],
  retentionYears: 7,
  policy: digest('policy'),
  answers: { total: 0, areKept: false },
  input: digest('input 1'),
};

export const allowed: Change = {
  ...denied,
  anchor: 'change-2',
  commit: commit('second'),
  decidedAt: AT + 26 * MINUTE,
  outcome: 'allow',
  facts: 'read',
  doubts: [],
  review: {
    counted: 2,
    asked: { minimum: 2, roles: ['security'] },
    class: 'elevated',
    elevated: { minimum: 2, roles: ['platform', 'security'] },
    threads: { known: true, value: { total: 4, resolved: 3, security: 1 } },
    tickets: { known: true, value: ['[text 7ceeb2f614c0, 10 bytes]'] },
    checks: {
      known: true,
      value: ['success', 'timed_out'].map((conclusion, index) => ({
        name: `[text ${commit(conclusion).slice(0, 12)}, ${7 + index} bytes]`,
        app: '15368',
        workflow: index === 0 ? '[text 3b1f6a2ce011, 28 bytes]' : null,
        commit: commit('second'),
        conclusion,
        attempt: 1 + index,
      })),
    },
  },
  environment: {
    name: 'production',
    requiredReviewers: { known: true, value: 2 },
    preventSelfReview: { known: true, value: true },
    adminsBypass: { known: false, why: 'forbidden' },
    waitMinutes: { known: true, value: 10 },
    branches: { known: true, value: 'protected' },
    approvals: {
      known: true,
      value: [
        {
          person: `person:${digest('platform').slice(7, 39)}`,
          state: 'approved',
          after: AT + 20 * MINUTE,
          before: AT + 24 * MINUTE,
        },
      ],
    },
    decision: { known: true, value: { conclusion: 'success', commit: 'c'.repeat(40), run: '9000001' } },
    deployer: { known: true, value: 'bot:41898282' },
    triggeredBy: { known: true, value: `person:${digest('security').slice(7, 39)}` },
  },
  rules: denied.rules.map((row) =>
    row.id === 'scans.threshold'
      ? { ...row, status: 'waived', reasons: ['1 high finding of class sast is open'], exception: 'EX-2026-014, 12 days left' }
      : row.status === 'not_applicable'
        ? row
        : { ...row, status: 'pass', reasons: [] },
  ),
  evidence: [
    { kind: 'run.intent', at: AT + 25 * MINUTE, outcome: null, proof: proof('intent 2', 3, 3, AT + 25 * MINUTE) },
    { kind: 'policy.decision', at: AT + 26 * MINUTE, outcome: 'pass', proof: proof('decision 2', 4, 4, AT + 26 * MINUTE) },
    { kind: 'change.approval', at: AT + 26 * MINUTE, outcome: 'pass', proof: proof('approval', 4, 5, AT + 26 * MINUTE) },
    { kind: 'scan.result', at: AT + 26 * MINUTE, outcome: 'pass', proof: proof('scan', 4, 6, AT + 26 * MINUTE) },
  ],
  answers: { total: 9, areKept: true },
  input: digest('input 2'),
};

/** Ahead of the queue, when only reviews were missing. */
export const provisional: Change = {
  ...denied,
  anchor: 'change-3',
  title: 'Pull request 42',
  commit: commit('third'),
  decidedAt: AT + 28 * MINUTE,
  outcome: 'provisional',
  facts: 'read',
  doubts: [],
  review: {
    counted: 1,
    asked: { minimum: 2, roles: [] },
    class: 'unknown',
    elevated: null,
    threads: { known: false, why: 'truncated' },
    tickets: { known: true, value: [] },
    checks: { known: true, value: [] },
  },
  rules: [rule('approvals.quorum', 'Enough people approved', { status: 'fail', reasons: ['1 of 2 approvals is there'] })],
  evidence: [],
  answers: { total: 1, areKept: false },
  input: digest('input 3'),
};
