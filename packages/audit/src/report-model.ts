import type { Sha256 } from '@proofrail/core/canonical';

// What report.html says, before it is written down: plain text (untrusted, unescaped), UTC milliseconds, no presentation.

export interface ReportModel {
  readonly scope: Scope;
  readonly verification: VerificationSummary;
  /** In the order in which an auditor should read them: what is wrong with the evidence, then what went past the gate, then what was denied, then what was let by. */
  readonly deviations: readonly Deviation[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  readonly images: readonly Image[];
  readonly approvals: readonly Approval[];
  readonly coverage: readonly ControlCoverage[];
  readonly people: number;
}

export interface Scope {
  readonly ledger: string;
  readonly assurance: 'local' | 'locked' | 'versioned' | 'volatile';
  readonly streams: readonly string[];
  /** The control that was asked for; null means all. */
  readonly control: string | null;
  /** What was asked for; null means open on that side. `from` is inside, `to` is not. */
  readonly asked: { readonly from: number | null; readonly to: number | null };
  /** Times of the first and last record that is shown; null when there is none. */
  readonly covered: { readonly from: number; readonly to: number } | null;
  readonly recordsShown: number;
  readonly recordsInLedger: number;
}

export interface VerificationSummary {
  readonly outcome: 'verified' | 'consistent' | 'tampered' | 'unavailable' | 'nothing-checked';
  /** For example `none, consistency only`. */
  readonly trust: string;
  readonly streams: readonly {
    readonly stream: string;
    readonly slots: number;
    readonly records: number;
    readonly states: readonly string[];
  }[];
}

export type DeviationKind =
  | 'verification'
  | 'bypass'
  | 'denied'
  | 'error'
  | 'missing-result'
  | 'exception-expired'
  | 'exception-used'
  | 'warned'
  | 'unrecognised'
  | 'facts-given';

export interface Deviation {
  readonly kind: DeviationKind;
  readonly title: string;
  readonly details: readonly string[];
  readonly at: number | null;
  readonly controls: readonly string[];
  /** Anchor inside the report; null when what is wrong has no place of its own. */
  readonly anchor: string | null;
}

export interface Change {
  readonly anchor: string;
  readonly title: string;
  readonly commit: string;
  readonly base: string | null;
  readonly decidedAt: number;
  readonly outcome: 'allow' | 'deny';
  readonly cause: 'rules' | 'error';
  readonly error: string | null;
  readonly facts: 'read' | 'given';
  readonly rules: readonly RuleRow[];
  readonly evidence: readonly EvidenceRow[];
  /** How long the registry wants the evidence kept; null where it could not be read. */
  readonly retentionYears: number | null;
  readonly policy: Sha256 | null;
  readonly input: Sha256 | null;
}

export type RuleStatus = 'pass' | 'fail' | 'not_applicable' | 'waived' | 'unknown';

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly status: RuleStatus;
  readonly mode: 'shadow' | 'warn' | 'enforce';
  readonly controls: readonly string[];
  readonly reasons: readonly string[];
  readonly exception: string | null;
}

/** Where one record lies and how anybody can check it. */
export interface Proof {
  readonly record: Sha256;
  readonly key: string;
  readonly stream: string;
  readonly slot: number;
  readonly position: number;
  readonly slotDigest: Sha256 | null;
}

export interface EvidenceRow {
  readonly kind: string;
  readonly at: number;
  readonly outcome: string | null;
  readonly proof: Proof;
}

export interface Image {
  readonly anchor: string;
  readonly digest: string;
  readonly names: readonly string[];
  readonly sboms: readonly {
    readonly format: string;
    readonly components: number | null;
    readonly document: string;
    readonly at: number;
    readonly proof: Proof;
  }[];
  /** Commits this digest is said to come from, and who says so. */
  readonly commits: readonly { readonly commit: string; readonly saidBy: string; readonly change: string | null }[];
  readonly deployments: readonly {
    readonly environment: string;
    readonly outcome: string;
    readonly at: number;
    readonly proof: Proof;
  }[];
}

export interface Approval {
  readonly person: string;
  readonly roles: readonly string[];
  readonly state: string;
  /** Whether it counted towards what the controls ask for. */
  readonly counted: boolean;
  readonly at: number;
  readonly commit: string | null;
  readonly change: { readonly title: string; readonly anchor: string | null };
}

export interface ControlCoverage {
  readonly control: string;
  readonly title: string | null;
  readonly rules: readonly string[];
  readonly passed: number;
  readonly failed: number;
  readonly waived: number;
  readonly unknown: number;
  readonly notApplicable: number;
}
