import type { Sha256 } from '@proofrail/core/canonical';
import type { Decided } from './changes.ts';
import { groupedBy } from './grouped-by.ts';
import { isKind, type PlacedRecord } from './placed-record.ts';

/** Says of a decision which records belong to it, in the order in which they were handed over. */
export type EvidenceOf = (decided: Decided) => PlacedRecord[];

/**
 * Sorts the records once by everything that can tie one to a decision: a report of years has thousands of both, and to ask each record of
 * each decision took minutes.
 */
export function decisionEvidence(all: readonly PlacedRecord[]): EvidenceOf {
  const claimed = new Set(all.filter(isKind('policy.decision')).flatMap(factsNamedBy));
  const ties = all.flatMap((entry, index) => tiesOf(entry).map((tie) => ({ tie, entry, index })));
  const byTie = groupedBy(ties, ({ tie }) => tie);
  return (decided) => {
    const candidates = tiesTo(decided).flatMap((tie) => byTie.get(tie) ?? []);
    const own = new Map(candidates.map(({ entry, index }) => [index, entry]));
    return [...own].sort(([a], [b]) => a - b).flatMap(([, entry]) => (belongsTo(entry, decided, claimed) ? [entry] : []));
  };
}

/** By what a record may belong to a decision. */
export function tiesOf({ placed, record }: TiedRecord): string[] {
  if (record.kind === 'unrecognised' || record.kind === 'policy.decision') return [placed.digest];
  const commit = record.kind === 'sbom' ? record.details.built_from?.commit : undefined;
  const decision = record.kind === 'deployment' || record.kind === 'change.merged' ? record.details.decision : null;
  return [
    placed.digest,
    ...(commit === undefined ? [] : [commit]),
    ...(decision === null ? [] : [`of ${decision}`]),
    ...runOf(record),
  ];
}

export function tiesTo(decided: Decided): string[] {
  const { placed, record } = decided;
  const { head, landed } = record.details.subject;
  return [
    placed.digest,
    `of ${placed.digest}`,
    ...factsNamedBy(decided),
    head,
    ...(landed === null ? [] : [landed]),
    ...runOf(record),
  ];
}

export type TiedRecord = {
  readonly placed: Pick<PlacedRecord['placed'], 'digest' | 'storedAt'>;
  readonly record: PlacedRecord['record'];
};

/** What no run wrote is tied to nothing by that: else each decision would ask every such record. */
export const runOf = ({ evidence }: Extract<PlacedRecord['record'], { readonly evidence: unknown }>): string[] =>
  evidence.run_id === null ? [] : [runName(evidence.run_id, evidence.run_attempt)];

export const runName = (run: string, attempt: number | null): string => `run ${run} ${attempt}`;

export const factsNamedBy = ({ record }: { readonly record: Decided['record'] }): Sha256[] =>
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
