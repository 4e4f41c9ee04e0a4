import type { Sha256 } from '@proofrail/core/canonical';
import type { Fact } from '@proofrail/core/context';
import type { RuleStatus } from '@proofrail/core/policy';
import type { Proof, Writer } from './proof-model.ts';

// What report.html says, before it is written down: plain text (untrusted, unescaped), UTC milliseconds, no presentation.

export interface ReportModel {
  readonly scope: Scope;
  readonly verification: VerificationSummary;
  /** In the order in which an auditor should read them: what is wrong with the evidence, then what went past the gate, then what was denied, then what was let by. */
  readonly deviations: readonly Deviation[];
  /** Oldest first. */
  readonly changes: readonly Change[];
  /** Every commit on a protected branch of which somebody asked how it got there, oldest first. */
  readonly landings: readonly Landing[];
  readonly images: readonly Image[];
  readonly approvals: readonly Approval[];
  readonly coverage: readonly ControlCoverage[];
  /** Who wrote the records that are shown. */
  readonly writers: readonly Writer[];
  readonly people: number;
}

export interface Scope {
  readonly ledger: string;
  readonly assurance: 'local' | 'locked' | 'versioned' | 'volatile';
  readonly streams: readonly string[];
  /** The control that was asked for; null means all. */
  readonly control: string | null;
  /** The stream that was asked for; null means all. */
  readonly stream: string | null;
  /** What was asked for; null means open on that side. `from` is inside, `to` is not. */
  readonly asked: { readonly from: number | null; readonly to: number | null };
  /** Times of the first and last record that is shown; null when there is none. */
  readonly covered: { readonly from: number; readonly to: number } | null;
  readonly recordsShown: number;
  /** Those that verify: no other is shown. */
  readonly recordsInLedger: number;
  /** Of the records shown: how many rest on what a run read from the platform itself, and how many on what it was handed. */
  readonly facts: { readonly read: number; readonly given: number };
  /** Of the records shown: for how many the platform vouches. */
  readonly vouchedFor: number;
  /** What records shown say of a ledger that is deleted; empty: none says so. */
  readonly notRetained: readonly string[];
}

export interface VerificationSummary {
  readonly outcome: 'verified' | 'consistent' | 'tampered' | 'short' | 'unavailable' | 'nothing-checked';
  /** Whether a trust file was given. */
  readonly trusted: boolean;
  /** How many receipts the ledger was held against. */
  readonly receipts: number;
  /** For example `none, consistency only`. */
  readonly trust: string;
  /** For example `not sealed: order rests on the bucket`. */
  readonly order: string;
  /** For how long each object has to be locked, for example `2555 days are asked of each object (--days)`; null: nobody asks. */
  readonly locked: string | null;
  /** Options by which the same ledger is verified like this again, beside trust file, receipts and stream. */
  readonly again: readonly (readonly [option: string, value: string])[];
  readonly streams: readonly {
    readonly stream: string;
    readonly slots: number;
    readonly records: number;
    /** Time of the newest record in order, of all the stream, not of what is shown; null: there is none. */
    readonly newest: number | null;
    readonly states: readonly string[];
  }[];
}

export type DeviationKind =
  | 'verification'
  | 'bypass'
  | 'denied'
  | 'deployment'
  | 'error'
  | 'missing-result'
  | 'exception-expired'
  | 'exception-used'
  | 'warned'
  | 'unsigned-by-platform'
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
  /** How many of the same kind one line stands for; absent: itself alone. */
  readonly standsFor?: number;
}

export const countDeviations = (deviations: readonly Deviation[]): number =>
  deviations.reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);

export interface Change {
  readonly anchor: string;
  readonly title: string;
  readonly commit: string;
  readonly base: string | null;
  readonly decidedAt: number;
  /** `provisional`: only reviews were missing ahead of a merge queue; it satisfied nothing, and the queue judged again. */
  readonly outcome: 'allow' | 'provisional' | 'deny';
  readonly cause: 'rules' | 'error';
  readonly error: string | null;
  readonly facts: 'read' | 'given';
  /** Records that it rests on, itself among them, and that do not verify. */
  readonly doubts: readonly Sha256[];
  /** Of the platform, that the facts were made of; none where they were given, or the record is from before they were listed. */
  readonly answers: { readonly total: number; readonly areKept: boolean };
  readonly rules: readonly RuleRow[];
  /** Null where no reviews were recorded. */
  readonly review: Review | null;
  /** Of the job that decided; null: it had none. */
  readonly environment: Environment | null;
  readonly evidence: readonly EvidenceRow[];
  /** How long the registry wants the evidence kept; null where it could not be read. */
  readonly retentionYears: number | null;
  readonly policy: Sha256 | null;
  readonly input: Sha256 | null;
}

export interface RuleRow {
  readonly id: string;
  readonly title: string;
  readonly status: RuleStatus;
  readonly mode: 'shadow' | 'warn' | 'enforce';
  readonly controls: readonly string[];
  readonly reasons: readonly string[];
  readonly exception: string | null;
}

/** What was asked of the reviewers of a change, and what else was said about it. */
export interface Review {
  readonly counted: number;
  readonly asked: Asked;
  /** `elevated`: the change touches the gate itself. */
  readonly class: 'ordinary' | 'elevated' | 'unknown';
  /** What a change of the elevated class needs; null where the registry does not ask. */
  readonly elevated: Asked | null;
  readonly threads: Fact<{ readonly total: number; readonly resolved: number; readonly security: number }>;
  readonly tickets: Fact<readonly string[]>;
  readonly checks: Fact<readonly Check[]>;
}

export interface Asked {
  readonly minimum: number;
  readonly roles: readonly string[];
}

/** A check and who made it: a name proves nothing. */
export interface Check {
  readonly name: string;
  readonly app: string;
  readonly workflow: string | null;
  readonly commit: string;
  readonly conclusion: string;
  readonly attempt: number;
}

export interface Environment {
  readonly name: string;
  readonly requiredReviewers: Fact<number>;
  readonly preventSelfReview: Fact<boolean>;
  readonly adminsBypass: Fact<boolean>;
  readonly waitMinutes: Fact<number>;
  readonly branches: Fact<string>;
  /** The platform gives no time of an approval, only moments before and after it. */
  readonly approvals: Fact<
    readonly { readonly person: string; readonly state: string; readonly after: number; readonly before: number }[]
  >;
  /** The gate's own check on the commit, from a run before this one. */
  readonly decision: Fact<{ readonly conclusion: string; readonly commit: string; readonly run: string }>;
  readonly deployer: Fact<string>;
  readonly triggeredBy: Fact<string>;
}

/** A commit on a protected branch: what brought it there, or that nothing explains it. */
export interface Landing {
  readonly anchor: string;
  readonly commit: string;
  readonly at: number;
  readonly state: 'merged' | 'bypass' | 'excepted' | 'unverified';
  /** The way of merging, or why nothing allowed explains the commit. */
  readonly how: string;
  readonly pullRequest: number | null;
  /** The decision that allowed it, where it is shown. */
  readonly change: string | null;
  readonly exception: string | null;
  readonly pushedBy: string | null;
  readonly facts: 'read' | 'given';
  /** Records that this rests on, itself and the decision's among them, and that do not verify. */
  readonly doubts: readonly Sha256[];
  readonly proof: Proof;
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
