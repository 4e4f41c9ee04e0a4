import type { CommonBlock, Details, EvidenceKind, EvidenceRecord, UnrecognisedRecord } from '@proofrail/core/evidence';

/**
 * What a page says of each kind of record; of one that is not here, what all kinds have. A whole record is some fifty fields, and a report
 * of years holds many at once.
 */
const SAID = {
  'run.intent': ['head', 'run', 'attempt', 'expected_kinds', 'deadline'],
  'policy.decision': [
    'decision',
    'cause',
    'error',
    'provisional',
    'subject',
    'environment',
    'rules',
    'waivers',
    'people',
    'policy',
    'configuration',
    'input',
    'answers',
  ],
  'change.approval': ['approvals', 'required', 'threads', 'tickets', 'checks'],
  'change.merged': ['commit', 'method', 'pull_request', 'decision', 'pushed_by'],
  'change.bypass': ['commit', 'tree', 'expected_tree', 'state', 'reason', 'exception', 'pull_request', 'pushed_by'],
  sbom: ['artifact', 'format', 'format_version', 'component_count', 'document', 'built_from'],
  deployment: ['environment', 'digest', 'decision', 'status'],
} as const satisfies { readonly [K in EvidenceKind]?: readonly (keyof Details<K>)[] };

const COMMON = [
  'event_time',
  'run_id',
  'run_attempt',
  'outcome',
  'facts',
  'control_refs',
  'related',
  'kept_by',
  'kept_days',
] as const satisfies readonly (keyof CommonBlock)[];

type Said<K extends EvidenceKind> = K extends keyof typeof SAID ? (typeof SAID)[K][number] & keyof Details<K> : never;

type Reported<K extends EvidenceKind> = {
  readonly kind: K;
  readonly subject: EvidenceRecord['subject'];
  readonly evidence: Pick<CommonBlock, (typeof COMMON)[number]>;
  readonly details: Pick<Details<K>, Said<K>>;
};

/** A record as far as a page says something of it. */
export type ReportedRecord = { [K in EvidenceKind]: Reported<K> }[EvidenceKind] | UnrecognisedRecord;

export function reportedRecord(record: EvidenceRecord): ReportedRecord {
  if (record.kind === 'unrecognised') return record;
  const { kind, subject, evidence, details } = record;
  const names: Partial<Record<EvidenceKind, readonly string[]>> = SAID;
  const said = { kind, subject, evidence: picked(evidence, COMMON), details: picked(details, names[kind] ?? []) };
  return withoutAnswers(said as ReportedRecord); // of its kind, the fields that are picked
}

/** The page counts them; each is a line of its own, and a decision has hundreds. */
function withoutAnswers(record: ReportedRecord): ReportedRecord {
  if (record.kind !== 'policy.decision') return record;
  const { details } = record;
  return { ...record, details: { ...details, answers: { ...details.answers, items: [] } } };
}

const picked = (whole: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)));
