import type { Sha256 } from '@proofrail/core/canonical';
import { renderReason, type Manifest } from '@proofrail/core/policy';
import { counted } from '@proofrail/core/text';
import type { Change, RuleRow } from '../report-model.ts';
import { environmentOf } from './environment.ts';
import { evidenceRow, isKind, timeOf, type PlacedRecord, type RecordOf } from './placed-record.ts';
import { plainParams } from './plain-params.ts';
import { reviewOf } from './review.ts';

export type Decided = RecordOf<'policy.decision'>;

export interface ChangeEntry {
  readonly decided: Decided;
  readonly change: Change;
  readonly evidence: readonly PlacedRecord[];
}

/** One entry for each decision, oldest first, with every record that belongs to it. */
export function changeEntries(shown: readonly PlacedRecord[], all: readonly PlacedRecord[], manifest: Manifest): ChangeEntry[] {
  const decisions = shown.filter(isKind('policy.decision'));
  const claimed = new Set(all.filter(isKind('policy.decision')).flatMap(factsNamedBy));
  return decisions.map((decided, index) => {
    const evidence = all.filter((entry) => belongsTo(entry, decided, claimed));
    return { decided, evidence, change: changeOf(decided, index, decisions, evidence, manifest) };
  });
}

const factsNamedBy = ({ record }: Decided): Sha256[] =>
  record.evidence.related.filter(({ rel }) => rel === 'fact').map(({ digest }) => digest);

/**
 * What the decision names; else the same run and attempt, unless another decision of that run (a merge group has several) claims it; or a
 * bill of materials for its commit, or a merge or deployment that names this decision.
 */
function belongsTo({ placed, record }: PlacedRecord, decided: Decided, claimed: ReadonlySet<Sha256>): boolean {
  const { placed: place, record: decision } = decided;
  if (placed.digest === place.digest) return true;
  if (record.kind === 'unrecognised' || placed.stream !== place.stream) return false;
  if (record.kind === 'policy.decision') return false;
  if (claimed.has(placed.digest)) return factsNamedBy(decided).includes(placed.digest);
  const { head, landed } = decision.details.subject;
  if (record.kind === 'sbom' && [head, landed].includes(record.details.built_from?.commit ?? ''))
    return decision.details.decision === 'allow';
  if ((record.kind === 'deployment' || record.kind === 'change.merged') && record.details.decision === place.digest) return true;
  const { run_id: run, run_attempt: attempt } = record.evidence;
  return run !== null && run === decision.evidence.run_id && attempt === decision.evidence.run_attempt;
}

function changeOf(
  decided: Decided,
  index: number,
  decisions: readonly Decided[],
  evidence: readonly PlacedRecord[],
  manifest: Manifest,
): Change {
  const { details, evidence: common } = decided.record;
  return {
    anchor: `change-${index + 1}`,
    title: titleOf(decided, decisions),
    commit: details.subject.head,
    base: details.subject.base,
    decidedAt: timeOf(decided),
    outcome: details.provisional ? 'provisional' : details.decision,
    cause: details.cause,
    error: details.error === null ? null : details.error.code,
    facts: common.facts,
    rules: details.rules.map((rule) => ruleRow(rule, decided, manifest)).sort(gravestFirst),
    review: reviewOf(evidence),
    environment: environmentOf(details),
    evidence: evidence.map(evidenceRow),
    retentionYears: details.configuration.retention_years,
    policy: details.policy.sha256,
    input: details.input.sha256,
  };
}

const NAMES = { pull_request: 'Pull request', merge_group: 'Merge group', push: 'Push', deployment: 'Deployment' } as const;

/** `Pull request 41, decision 2 of 2`: a change that was judged again keeps its number. */
function titleOf(decided: Decided, decisions: readonly Decided[]): string {
  const { kind, number, repository } = decided.record.details.subject;
  const name = number === null ? NAMES[kind] : `${NAMES[kind]} ${number}`;
  const same = decisions.filter(({ record: { details } }) => {
    const { subject } = details;
    return (
      subject.kind === kind &&
      subject.repository === repository &&
      (number === null ? subject.head === decided.record.details.subject.head : subject.number === number)
    );
  });
  return same.length < 2 ? name : `${name}, decision ${same.indexOf(decided) + 1} of ${same.length}`;
}

const STATUSES = ['fail', 'unknown', 'waived', 'pass', 'not_applicable'] as const;
const gravestFirst = (a: RuleRow, b: RuleRow): number => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);

type RecordedRule = Decided['record']['details']['rules'][number];

function ruleRow(rule: RecordedRule, { record }: Decided, manifest: Manifest): RuleRow {
  const { id, status, mode, exception, controls, reasons } = rule;
  const people = new Map(record.details.people.map((person) => [person.label, shortName(person.id)]));
  const waiver = record.details.waivers.find((one) => one.exception === exception && one.rule === id);
  return {
    id,
    title: manifest.rules.find((known) => known.id === id)?.title ?? 'a rule of an older or newer policy',
    status,
    mode,
    controls,
    reasons: reasons.map(({ code, params }) => renderReason(manifest, id, { code, params: plainParams(params, people) })),
    exception: exception === null || waiver === undefined ? exception : `${exception}, ${counted(waiver.days_left, 'day')} left`,
  };
}

/** `person 3fa9c1d2e0f1`: as much of a pseudonym as the table of approvals shows, so that the two can be matched by eye. */
const shortName = (id: string): string => id.replace(/^person:([0-9a-f]{12})[0-9a-f]*$/, 'person $1');
