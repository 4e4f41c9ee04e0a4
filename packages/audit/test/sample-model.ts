import type { ReportModel } from '../src/index.ts';
import { allowed, AT, commit, denied, digest, GATE, MINUTE, proof, provisional } from './sample-changes.ts';

const image = `sha256:${digest('image').slice(7)}`;

/** One denied and one allowed decision, an image, a used exception and facts that were handed over. */
export const sampleModel: ReportModel = {
  scope: {
    ledger: 'file:./proofrail-demo/ledger',
    assurance: 'local',
    streams: ['731204418'],
    control: null,
    asked: { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-12-01T00:00:00Z') },
    covered: { from: AT, to: AT + 31 * MINUTE },
    recordsShown: 8,
    recordsInLedger: 8,
    facts: { read: 6, given: 2 },
    vouchedFor: 4,
    notRetained: ['not retained: GitHub deletes this after 90 days'],
  },
  verification: {
    outcome: 'verified',
    trust: 'trust.json: 1 record key, 1 stream',
    order: 'not sealed: order rests on the folder',
    streams: [{ stream: '731204418', slots: 6, records: 8, states: [] }],
  },
  deviations: [
    {
      kind: 'bypass',
      title: 'Commit 4f1c0ddee1a2 reached a protected branch past the gate',
      details: ['no-pull-request: no pull request brought it', `commit ${commit('bypass')}, tree ${commit('tree')}`],
      at: AT + 40 * MINUTE,
      controls: ['A.8.32', 'CC8.1'],
      anchor: 'landing-2',
    },
    {
      kind: 'denied',
      title: 'Pull request 41',
      details: denied.rules.flatMap((row) => row.reasons.map((reason) => `${row.id}: ${reason}`)),
      at: denied.decidedAt,
      controls: ['A.8.32', 'A.8.8', 'A.8.29', 'A.8.9', 'CC8.1', 'CC7.1', 'CC6.8'],
      anchor: 'change-1',
    },
    {
      kind: 'exception-used',
      title: 'EX-2026-014 waives scans.threshold',
      details: ['12 days were left when it was used'],
      at: allowed.decidedAt,
      controls: ['A.8.8'],
      anchor: 'change-2',
    },
    {
      kind: 'facts-given',
      title: '2 records rest on facts that were handed over in a file',
      details: ['facts given, not read: nobody asked the platform itself whether they are true'],
      at: null,
      controls: [],
      anchor: null,
    },
  ],
  changes: [denied, allowed, provisional],
  landings: (['merged', 'bypass', 'excepted', 'unverified'] as const).map((state, index) => ({
    anchor: `landing-${index + 1}`,
    commit: commit(state),
    at: AT + (39 + index) * MINUTE,
    state,
    how: state === 'merged' ? 'squashed or rebased, one commit' : 'no pull request brought it',
    pullRequest: state === 'bypass' ? null : 41,
    change: state === 'merged' ? 'change-2' : null,
    exception: state === 'excepted' ? 'ex-2026-021' : null,
    pushedBy: index === 0 ? null : `person:${digest('security').slice(7, 39)}`,
    facts: state === 'unverified' ? 'given' : 'read',
    proof: proof(state, 7 + index, 8 + index, AT + (39 + index) * MINUTE),
  })),
  images: [
    {
      anchor: 'image-1',
      digest: image,
      names: ['ghcr.io/acme/shop'],
      sboms: [
        {
          format: 'CycloneDX 1.6',
          components: 412,
          document: digest('sbom'),
          at: AT + 29 * MINUTE,
          proof: proof('sbom', 5, 7, AT + 29 * MINUTE),
        },
      ],
      commits: [{ commit: allowed.commit, saidBy: 'claimed by archive-sbom', change: 'change-2' }],
      deployments: [
        {
          environment: 'production',
          outcome: 'verified by digest',
          at: AT + 31 * MINUTE,
          proof: proof('deployment', 6, 8, AT + 31 * MINUTE),
        },
      ],
    },
  ],
  approvals: ['security', 'platform'].map((role, index) => ({
    person: `person:${digest(role).slice(7, 39)}`,
    roles: [role],
    state: 'approved',
    counted: true,
    at: AT + (20 + index) * MINUTE,
    commit: allowed.commit,
    change: { title: 'Pull request 41', anchor: 'change-2' },
  })),
  coverage: [
    {
      control: 'A.8.8',
      title: 'Management of technical vulnerabilities',
      rules: ['scans.threshold', 'scans.complete'],
      passed: 2,
      failed: 1,
      waived: 1,
      unknown: 0,
      notApplicable: 0,
    },
    {
      control: 'A.8.32',
      title: 'Change management',
      rules: ['approvals.quorum', 'approvals.fresh', 'branches.flow'],
      passed: 7,
      failed: 2,
      waived: 0,
      unknown: 1,
      notApplicable: 0,
    },
    { control: 'CC8.1', title: null, rules: ['approvals.quorum'], passed: 7, failed: 2, waived: 0, unknown: 1, notApplicable: 0 },
  ],
  writers: [
    { platform: GATE, signature: 'run', runs: ['17204411, attempt 2', '17204412'], records: 4 },
    {
      platform: { ...GATE, event: 'push', runner: 'self-hosted' },
      signature: 'lasting',
      runs: ['17204410', '17204411', '17204412', '17204413', '17204414'],
      records: 1,
    },
    { platform: { kind: 'unverified', why: 'token/erased' }, signature: 'lasting', runs: ['17204413'], records: 2 },
    { platform: { kind: 'none' }, signature: 'unchecked', runs: [], records: 1 },
  ],
  people: 2,
};
