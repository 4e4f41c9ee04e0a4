import type { Sha256 } from '@proofrail/core/canonical';
import { keepingText } from '@proofrail/core/evidence';
import { FINDING_KINDS, trustText } from '@proofrail/core/ledger';
import { isOnlyShort, type Verification } from '@proofrail/core/verification';
import type { Manifest } from '@proofrail/core/policy';
import type { ReportModel, Scope, VerificationSummary } from '../report-model.ts';
import { approvalsOf } from './approvals.ts';
import { changeEntries, type ChangeEntry } from './changes.ts';
import { coverageOf } from './coverage.ts';
import { doubtsIn } from './doubts.ts';
import { deviationsOf } from './deviations.ts';
import type { GatheredRecords } from './gathering.ts';
import { imagesOf } from './images.ts';
import { landingsOf } from './landings.ts';
import { timeOf, type PlacedRecord } from './placed-record.ts';
import { writersOf } from './writers.ts';

export interface ReportSelection {
  readonly control?: string;
  /** What was verified, and so everything that there is to show. */
  readonly stream?: string;
  /** UTC milliseconds; `from` is inside, `to` is not. */
  readonly from?: number;
  readonly to?: number;
}

/** How the ledger was verified, as far as the verification itself does not say. */
export type VerifiedHow = Pick<VerificationSummary, 'locked' | 'again'>;

/**
 * What verified records say, arranged for an auditor. Pure: the same records, verification and selection give the same model. Titles
 * and sentences come from `manifest`; what it does not know is shown by its code.
 */
export function buildReport(
  { records: all, rest }: GatheredRecords,
  verification: Verification,
  manifest: Manifest,
  { control, stream, from, to }: ReportSelection = {},
  how: VerifiedHow = { locked: null, again: [] },
): ReportModel {
  const inPeriod = all.filter((entry) => timeOf(entry) >= (from ?? -Infinity) && timeOf(entry) < (to ?? Infinity));
  const doubts = doubtsIn(verification.findings);
  const every = changeEntries(inPeriod, all, manifest, doubts);
  const changes = control === undefined ? every : every.flatMap((entry) => narrowed(entry, control));
  const ofChanges = new Set(changes.flatMap(({ evidence }) => evidence.map(({ placed }) => placed.digest)));
  const shown = control === undefined ? inPeriod : inPeriod.filter((entry) => concerns(entry, control, ofChanges));
  const times = shown.map(timeOf);
  const approvals = approvalsOf(changes);
  const landings = landingsOf(shown, changes, doubts);
  const writers = writersOf(shown);
  const scope: Scope = {
    ledger: verification.ledger,
    assurance: verification.assurance,
    streams: verification.streams.map(({ stream }) => stream),
    control: control ?? null,
    stream: stream ?? null,
    asked: { from: from ?? null, to: to ?? null },
    covered: times.length === 0 ? null : { from: times.reduce(earlier), to: times.reduce(later) },
    recordsShown: shown.length,
    recordsInLedger: all.length + rest.records,
    facts: { read: countOf(shown, 'read'), given: countOf(shown, 'given') },
    notRetained: [...new Set(shown.flatMap(({ record }) => keepingText(record) ?? []))],
    vouchedFor: writers.reduce(
      (sum, { platform, records }) => sum + (platform.kind === 'verified' || platform.kind === 'countersigned' ? records : 0),
      0,
    ),
  };
  const until = Math.min(to ?? Infinity, all.map(timeOf).reduce(later, rest.newest));
  return {
    scope,
    verification: { ...summaryOf(verification), ...how },
    deviations: deviationsOf({ verification, changes, landings, writers, shown, all, until }),
    changes: changes.map(({ change }) => change),
    landings,
    images: imagesOf(shown, changes),
    approvals,
    coverage: coverageOf(
      changes.map(({ change }) => change),
      control ?? null,
    ),
    writers,
    people: new Set(approvals.filter(({ counted }) => counted).map(({ person }) => person)).size,
  };
}

/** A decision as far as it says something about one control. */
function narrowed(entry: ChangeEntry, control: string): ChangeEntry[] {
  const rules = entry.change.rules.filter(({ controls }) => controls.includes(control));
  // A decision that failed as a whole says something about every control: that nothing was judged.
  return rules.length === 0 && entry.change.cause === 'rules' ? [] : [{ ...entry, change: { ...entry.change, rules } }];
}

function concerns({ placed, record }: PlacedRecord, control: string, ofChanges: ReadonlySet<Sha256>): boolean {
  if (ofChanges.has(placed.digest)) return true;
  return record.kind !== 'unrecognised' && record.evidence.control_refs.some((reference) => reference.endsWith(`/${control}`));
}

const countOf = (shown: readonly PlacedRecord[], facts: 'read' | 'given'): number =>
  shown.filter(({ record }) => record.kind !== 'unrecognised' && record.evidence.facts === facts).length;

// Not `Math.min(...)`: a ledger has more records than a call takes arguments.
const earlier = (one: number, other: number): number => Math.min(one, other);
const later = (one: number, other: number): number => Math.max(one, other);

const OUTCOMES = {
  allow: 'verified',
  deny: 'tampered',
  invalid: 'nothing-checked',
  unavailable: 'unavailable',
  tampered: 'tampered',
} as const;

function outcomeOf({ outcome, trust, findings }: Verification): VerificationSummary['outcome'] {
  if (outcome === 'allow' && trust.kind === 'none') return 'consistent';
  return outcome === 'tampered' && isOnlyShort(findings) ? 'short' : OUTCOMES[outcome];
}

function summaryOf(verification: Verification): Omit<VerificationSummary, keyof VerifiedHow> {
  const { trust, receipts, order, streams } = verification;
  return {
    outcome: outcomeOf(verification),
    trusted: trust.kind !== 'none',
    receipts,
    trust: trustText(trust),
    order,
    streams: streams.map((stream) => ({
      stream: stream.stream,
      slots: stream.slots,
      records: stream.verified + stream.consistent,
      newest: stream.newest === null ? null : Date.parse(stream.newest),
      states: FINDING_KINDS.filter((kind) => stream[kind] > 0).map((kind) => `${stream[kind]} ${kind}`),
    })),
  };
}
