import { CROSSWALK } from './frameworks/crosswalk.ts';
import type { KnownRules } from './registry/known-rules.ts';

/** One of the ten stages of a delivery pipeline under control, and what there is for it today. */
export interface Stage {
  readonly number: number;
  readonly name: string;
  readonly iso27001: readonly string[];
  readonly soc2: readonly string[];
  /** Rules of the bundle that judge this stage. Empty means that no rule covers it today. */
  readonly rules: readonly string[];
  /** What covers it beside the rules of the gate, or what is still missing. Plain text. */
  readonly note: string | null;
}

interface Plan {
  readonly name: string;
  /** Rows of the crosswalk: the stage's ids are theirs. */
  readonly rows: readonly number[];
  readonly rules: readonly string[];
  readonly note?: string;
}

const SCAN_RULES = ['scans.complete', 'scans.threshold'];

// The ten stages of decisions.md, in its order.
const PLANS: readonly Plan[] = [
  {
    name: 'Branch protection',
    rows: [1, 25],
    rules: ['branches.flow', 'checks.required'],
    note: 'Settings are read by "proofrail doctor", what landed past them by "proofrail merges verify"; no rule asks for either.',
  },
  { name: 'SAST', rows: [7], rules: SCAN_RULES },
  {
    name: 'SCA with SBOM',
    rows: [8, 23],
    rules: SCAN_RULES,
    note: 'archive-sbom validates and keeps the SBOM, verify-digest lets no image through without one; no rule asks for it.',
  },
  { name: 'Secrets scanning', rows: [9], rules: ['scans.complete', 'scans.secrets'] },
  { name: 'IaC scanning', rows: [10, 11, 12, 13, 14], rules: SCAN_RULES },
  { name: 'Container image scanning', rows: [15, 3], rules: [...SCAN_RULES, 'images.digest-only'] },
  {
    name: 'DAST',
    rows: [16],
    rules: SCAN_RULES,
    note: 'OWASP ZAP reports are read; that the scan met this very build is not proven yet.',
  },
  {
    name: 'Approval gates',
    rows: [17, 2, 6],
    rules: [
      'approvals.quorum',
      'approvals.roles',
      'approvals.no-self-approval',
      'approvals.fresh',
      'approvals.human',
      'approvals.review-state',
      'approvals.elevated',
    ],
  },
  {
    name: 'Immutable audit logging',
    rows: [4, 18],
    rules: [],
    note: 'The ledger itself and "proofrail verify", not a rule of the gate.',
  },
  {
    name: 'Rollback',
    rows: [19],
    rules: [],
    note: 'verify-digest lets back what an allowed change made, record-evidence records it, "proofrail doctor" asks whether it was ever tried.',
  },
];

/** The ten stages with the rules that this bundle really has: a rule that is planned and not built is not listed. */
export function stages(known: KnownRules): readonly Stage[] {
  const built = new Set(known.rules.map(({ id }) => id));
  return PLANS.map(({ name, rows, rules, note }, index) => {
    const crosswalk = rows.map((number) => CROSSWALK.find(({ row }) => row === number));
    return {
      number: index + 1,
      name,
      iso27001: [...new Set(crosswalk.flatMap((row) => row?.iso27001 ?? []))],
      soc2: [...new Set(crosswalk.flatMap((row) => row?.soc2 ?? []))],
      rules: rules.filter((rule) => built.has(rule)),
      note: note ?? null,
    };
  });
}
