import { renderReason, type Manifest } from '@proofrail/core/policy';
import { counted } from '@proofrail/core/text';
import type { Change, RuleRow } from '../report-model.ts';
import { decisionEvidence } from './decision-evidence.ts';
import { decisionTitles } from './decision-titles.ts';
import { doubtsAbout, type Doubts } from './doubts.ts';
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
export function changeEntries(
  shown: readonly PlacedRecord[],
  all: readonly PlacedRecord[],
  manifest: Manifest,
  doubts: Doubts,
): ChangeEntry[] {
  const decisions = shown.filter(isKind('policy.decision'));
  const titles = decisionTitles(decisions);
  const evidenceOf = decisionEvidence(all);
  return decisions.map((decided, index) => {
    const evidence = evidenceOf(decided);
    const name = { anchor: `change-${index + 1}`, title: titles.get(decided) ?? '', doubts: doubtsAbout(decided, doubts) };
    const change = changeOf(decided, name, evidence, manifest);
    return { decided, evidence, change };
  });
}

function changeOf(
  decided: Decided,
  name: Pick<Change, 'anchor' | 'title' | 'doubts'>,
  evidence: readonly PlacedRecord[],
  manifest: Manifest,
): Change {
  const { details, evidence: common } = decided.record;
  return {
    ...name,
    commit: details.subject.head,
    base: details.subject.base,
    decidedAt: timeOf(decided),
    outcome: details.provisional ? 'provisional' : details.decision,
    cause: details.cause,
    error: details.error === null ? null : details.error.code,
    facts: common.facts,
    answers: { total: details.answers.total, areKept: details.answers.document !== null },
    rules: details.rules.map((rule) => ruleRow(rule, decided, manifest)).sort(gravestFirst),
    review: reviewOf(evidence),
    environment: environmentOf(details),
    evidence: evidence.map(evidenceRow),
    retentionYears: details.configuration.retention_years,
    policy: details.policy.sha256,
    input: details.input.sha256,
  };
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
