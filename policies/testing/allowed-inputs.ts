import type { InputDocument } from '@proofrail/core/context';
import { mending } from './mending.ts';

type Thresholds = InputDocument['requirements']['scans']['thresholds'];
type Finding = InputDocument['findings']['items'][number];
type Review = Extract<InputDocument['reviews'], { known: true }>['value']['items'][number];

const HEAD = '4f2b6c1d9e8a7f3b5c0d1e2f3a4b5c6d7e8f9a0b';
const GROUP = '1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d';
const BASE = '9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a0b';
const NOW = 1_795_000_000;
const DAY = 86_400;
const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Finding['fingerprint'];
const list = <T>(...items: T[]) => ({ items, total: items.length });
const known = <T>(value: T) => ({ known: true as const, value });

const none = { maximum: 0, tolerate_assigned: false };
const strict: Thresholds[keyof Thresholds] = { critical: none, high: none, medium: none, low: none };

const finding = (fields: Partial<Finding>): Finding => ({
  scanner: 'codeql',
  class: 'sast',
  rule: 'js/sql-injection',
  severity: 'medium',
  fingerprint: digest('5'),
  state: 'open',
  exception: null,
  assigned: null,
  ...fields,
});

type Scan = Extract<InputDocument['scans'], { known: true }>['value']['items'][number];

const scan = (scanner: string, scanClass: Finding['class'], findings: number, commit = HEAD): Scan => ({
  scanner,
  class: scanClass,
  commit,
  completed_at: NOW - 600,
  producer: 'verified' as const,
  result: known({ rules: 120, findings, basis: 'rules' }),
});

const review = (person: string, state: Review['state'], commit: string | null, submittedAt: number) => ({
  person,
  state,
  commit,
  submitted_at: submittedAt,
  can_push: true,
  dismissed_by: null,
  previous_state: null,
});

const approval = (person: string, submittedAt: number) => ({ person, commit: HEAD, submitted_at: submittedAt, can_push: true });

/**
 * A pull request that every rule lets through, with nothing to spare: each limit is used up, each exception and each deadline is
 * needed, nothing is listed that no rule asks for. So whatever is taken from it or bent in it has to show.
 */
const pullRequest: InputDocument = {
  schema: 'proofrail.input/v1',
  evaluated_at: NOW,
  facts: 'read',
  configuration: { controls: digest('a'), roles: digest('b'), exceptions: digest('c') },
  repository: { id: '4711' },
  change: {
    kind: 'pull_request',
    number: 42,
    head: { commit: HEAD, branch: 'feature/invoices', repository_id: '4711' },
    base: { commit: BASE, branch: 'main' },
    checked: HEAD,
    landed: null,
    merge_queue: known(false),
    touches: known({ policy: true, owners: false, workflows: false, scanners: false, only_exceptions: false }),
    last_push: known({ at: NOW - 7_200, person: 'person-1' }),
  },
  people: {
    'person-1': { kind: 'human', roles: [] },
    'person-2': { kind: 'human', roles: ['security'] },
    'person-3': { kind: 'human', roles: ['owner'] },
    'person-4': { kind: 'bot', roles: [] },
  },
  contributors: known({ people: ['person-1', 'person-4'], unidentified: 0, total: 2 }),
  reviews: known(
    list(
      review('person-2', 'approved', HEAD, NOW - 3_600),
      review('person-3', 'approved', HEAD, NOW - 1_800),
      review('person-4', 'commented', null, NOW - 9_000),
    ),
  ),
  approvals: {
    count: 2,
    roles: ['security', 'owner'],
    effective: [approval('person-2', NOW - 3_600), approval('person-3', NOW - 1_800)],
    total: 2,
  },
  checks: known(
    list(
      { name: 'test', app_id: '15368', workflow: '.github/workflows/ci.yml', commit: HEAD, conclusion: 'success', attempt: 1 },
      { name: 'coverage', app_id: '254', workflow: null, commit: HEAD, conclusion: 'success', attempt: 1 },
    ),
  ),
  scans: known(list(scan('codeql', 'sast', 5), scan('trivy', 'dependency', 1), scan('gitleaks', 'secrets', 0))),
  findings: list(
    finding({}),
    finding({ state: 'suppressed' }),
    finding({ severity: 'critical', state: 'waived', exception: 'EX-1' }),
    finding({ severity: 'low' }),
    finding({ severity: 'low' }),
    finding({ scanner: 'trivy', class: 'dependency', severity: 'high', assigned: { owner: 'person-3', due: NOW + DAY } }),
  ),
  images: known(list({ reference: `registry.example/shop@${digest('d')}`, file: 'deploy/shop.yaml', line: 12 })),
  exceptions: list({
    id: 'EX-1',
    rule: 'scans.threshold',
    scope: 'finding',
    state: 'active',
    problems: [],
    severity: 'critical',
    owner: 'person-3',
    requested_by: 'person-1',
    approved_by: 'person-2',
    not_before: NOW - 3 * DAY,
    expires: NOW + 4 * DAY,
  }),
  requirements: {
    approvals: {
      minimum: 2,
      roles: list('security', 'owner'),
      elevated: { minimum: 2, roles: list('security', 'owner') },
    },
    branches: {
      protected: list('main'),
      flow: { preset: 'trunk', allowed: list({ from: 'feature/[a-z0-9-]+', to: 'main' }) },
    },
    checks: {
      required: list(
        { name: 'test', app_id: '15368', workflow: '.github/workflows/ci.yml' },
        { name: 'coverage', app_id: '254', workflow: null },
      ),
    },
    scans: {
      required: list(
        { class: 'sast', scanner: 'codeql', max_age_seconds: 3_600 },
        { class: 'dependency', scanner: 'any', max_age_seconds: 3_600 },
        { class: 'secrets', scanner: 'gitleaks', max_age_seconds: 3_600 },
      ),
      thresholds: {
        sast: {
          ...strict,
          medium: { maximum: 2, tolerate_assigned: false },
          low: { maximum: 'unlimited', tolerate_assigned: false },
        },
        dependency: { ...strict, high: { maximum: 0, tolerate_assigned: true } },
        iac: strict,
        container: strict,
        dast: strict,
      },
    },
    artifacts: { immutable: true },
  },
};

/** In a merge queue, together with others, under gitflow and the limits of preset `sla`, after a re-run and with a reviewer who changed their mind. */
const mergeGroup: InputDocument = {
  ...pullRequest,
  change: {
    ...pullRequest.change,
    kind: 'merge_group',
    head: { commit: HEAD, branch: 'release/2.4', repository_id: '4711' },
    checked: GROUP,
    landed: GROUP,
    merge_queue: known(true),
    touches: known({ policy: false, owners: false, workflows: false, scanners: false, only_exceptions: false }),
  },
  reviews: known(
    list(
      review('person-2', 'changes_requested', null, NOW - 9_000),
      review('person-2', 'approved', HEAD, NOW - 3_600),
      review('person-3', 'approved', HEAD, NOW - 1_800),
    ),
  ),
  checks: known(
    list(
      { name: 'test', app_id: '15368', workflow: '.github/workflows/ci.yml', commit: GROUP, conclusion: 'failure', attempt: 1 },
      { name: 'test', app_id: '15368', workflow: '.github/workflows/ci.yml', commit: GROUP, conclusion: 'success', attempt: 2 },
      { name: 'coverage', app_id: '254', workflow: null, commit: GROUP, conclusion: 'success', attempt: 1 },
    ),
  ),
  scans: known(
    list(scan('codeql', 'sast', 5, GROUP), scan('trivy', 'dependency', 1, GROUP), scan('gitleaks', 'secrets', 0, GROUP)),
  ),
  images: known(list()),
  requirements: {
    ...pullRequest.requirements,
    branches: {
      protected: list('main'),
      flow: { preset: 'gitflow', allowed: list({ from: 'release/[0-9.]+', to: 'main' }) },
    },
  },
};

/** Judged after it was squashed onto the protected branch: checks and scans ran before that, on its head. */
const push: InputDocument = {
  ...pullRequest,
  change: {
    ...pullRequest.change,
    kind: 'push',
    landed: GROUP,
    touches: known({ policy: false, owners: true, workflows: true, scanners: true, only_exceptions: false }),
  },
};

/** Facts handed over in a file, for a deployment: no branch moves, and one change that was approved by one person is rolled out. */
const deployment: InputDocument = {
  ...pullRequest,
  facts: 'given',
  change: { ...pullRequest.change, kind: 'deployment', checked: GROUP, landed: GROUP },
  checks: mergeGroup.checks,
  approvals: { count: 1, roles: ['owner'], effective: [approval('person-3', NOW - 1_800)], total: 1 },
  reviews: known(list(review('person-3', 'approved', HEAD, NOW - 1_800))),
  people: {
    'person-1': { kind: 'human', roles: [] },
    'person-3': { kind: 'human', roles: ['owner'] },
    'person-4': { kind: 'bot', roles: [] },
  },
  scans: known(
    list(scan('codeql', 'sast', 5, GROUP), scan('trivy', 'dependency', 1, GROUP), {
      ...scan('gitleaks', 'secrets', 0, GROUP),
      result: known({ rules: 0, findings: 0, basis: 'word' }),
    }),
  ),
  findings: list(),
  exceptions: list(),
  requirements: {
    ...pullRequest.requirements,
    approvals: { minimum: 1, roles: list('owner'), elevated: { minimum: 1, roles: list('owner') } },
    scans: {
      ...pullRequest.requirements.scans,
      thresholds: { sast: strict, dependency: strict, iac: strict, container: strict, dast: strict },
    },
  },
};

export const ALLOWED_INPUTS: Readonly<Record<string, InputDocument>> = {
  pull_request: pullRequest,
  merge_group: mergeGroup,
  deployment,
  push,
  mending: mending(pullRequest),
};
