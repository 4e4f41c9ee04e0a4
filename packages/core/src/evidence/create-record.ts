import type { JsonObject } from '../canonical/json-value.ts';
import { hexOf, type Sha256 } from '../canonical/digest.ts';
import { STATEMENT_TYPE, type Statement, type Subject } from '../canonical/statement.ts';
import type { Clock } from '../ports/clock.ts';
import type { Keeping } from '../ports/keeping.ts';
import type { Signer } from '../ports/signer.ts';
import { checkRecord } from './check-record.ts';
import type { CommonBlock } from './common-block.ts';
import { controlMapDigest } from './control-map-digest.ts';
import type { Details } from './evidence-record.ts';
import { KINDS, type EvidenceKind } from './kinds.ts';
import { NOTHING_SAID } from './nothing-said.ts';
import { timestampOf } from './timestamp-of.ts';
import { ulid, type Randomness } from './ulid.ts';

/** What a record is about, by digest: the artifact if there is one, else the change, else the bytes that were read (auditor.md 4.1). */
export type RecordSubject = { readonly artifact: Sha256 } | ChangeSubject | { readonly raw: Sha256 };

/** A change by the commit that people reviewed, and where there is one by the commit that it landed as. */
export interface ChangeSubject {
  readonly commit: string;
  readonly landed?: string | null;
}

/** Fields that are filled in here, and those without which a record says nothing. */
type Filled =
  | 'schema_version'
  | 'id'
  | 'kind'
  | 'pii_class'
  | 'signer'
  | 'signature_kind'
  | 'platform_receipt'
  | 'control_map_digest'
  | 'checkpoint'
  | 'kept_by'
  | 'kept_days';
type Needed = 'system' | 'outcome' | 'facts' | 'method' | 'collector_id' | 'collector_version';
export type CommonInput = Pick<CommonBlock, Needed> & Partial<Omit<CommonBlock, Filled | Needed>>;

export interface RecordDraft<K extends EvidenceKind> {
  readonly kind: K;
  readonly subject: RecordSubject;
  readonly evidence: CommonInput;
  readonly details: Details<K>;
}

export interface RecordSources {
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Who will sign: its key is named inside what it signs. */
  readonly signer: Pick<Signer, 'keyId' | 'algorithm'>;
  /** Default: none. It has to be said before the platform is asked, because the receipt names the record's bytes. */
  readonly platformReceipt?: CommonBlock['platform_receipt'];
  /** The newest one of the ledger that the writer knows; default: none. */
  readonly checkpoint?: CommonBlock['checkpoint'];
  /** Default: the ledger itself. */
  readonly keeping?: Keeping;
}

/**
 * A record, ready to seal. Times default to now; whatever nobody said is null.
 *
 * @throws RecordRefused for secrets and personal data; EngineError `evidence/...` for fields that the kind does not allow
 */
export function createRecord<K extends EvidenceKind>(
  draft: RecordDraft<K>,
  { clock, randomness, signer, platformReceipt = 'none', checkpoint = null, keeping = { by: 'ledger' } }: RecordSources,
): Statement {
  const now = clock.now();
  const evidence = {
    ...NOTHING_SAID,
    event_time: timestampOf(now),
    collected_at: timestampOf(now),
    subject_digest: subjectDigest(draft.subject),
    ...draft.evidence,
    schema_version: '1',
    id: ulid(now, randomness),
    kind: draft.kind,
    control_map_digest: controlMapDigest(),
    checkpoint,
    kept_by: keeping.by,
    kept_days: keeping.by === 'artifact' ? keeping.days : null,
    pii_class: namesPeople([draft.evidence, draft.details]) ? 'pseudonymous' : 'none',
    signer: signer.keyId,
    signature_kind: signer.algorithm,
    platform_receipt: platformReceipt,
  };
  const statement: Statement = {
    _type: STATEMENT_TYPE,
    subject: subjectsOf(draft.subject),
    predicateType: KINDS[draft.kind].predicateType,
    predicate: { evidence, ...draft.details } as unknown as JsonObject, // checked in the next line
  };
  checkRecord(statement);
  return statement;
}

function subjectsOf(subject: RecordSubject): Subject[] {
  if ('artifact' in subject) return [{ name: 'artifact', digest: { sha256: hexOf(subject.artifact) } }];
  if ('raw' in subject) return [{ name: 'raw', digest: { sha256: hexOf(subject.raw) } }];
  const { commit, landed = null } = subject;
  const change = { name: 'change', digest: { gitCommit: commit } };
  return landed === null ? [change] : [change, { name: 'landed', digest: { gitCommit: landed } }];
}

function subjectDigest(subject: RecordSubject): Sha256 | null {
  if ('artifact' in subject) return subject.artifact;
  return 'raw' in subject ? subject.raw : null;
}

function namesPeople(parts: unknown): boolean {
  return JSON.stringify(parts).includes('"person:');
}
