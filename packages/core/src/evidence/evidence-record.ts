import type * as v from 'valibot';
import type { Subject } from '../canonical/statement.ts';
import type { CommonBlock } from './common-block.ts';
import type { EvidenceKind, KINDS } from './kinds.ts';

/** The fields of its own that a kind has. */
export type Details<K extends EvidenceKind> = {
  [Each in EvidenceKind]: Omit<v.InferOutput<(typeof KINDS)[Each]['written']>, 'evidence'>;
}[K];

export type RecordOf<K extends EvidenceKind> = {
  [Each in K]: {
    readonly kind: Each;
    readonly subject: readonly Subject[];
    readonly evidence: CommonBlock;
    readonly details: Details<Each>;
  };
}[K];

/** A record as its kind says, or one of a kind that this version does not know: kept in sight, never dropped. */
export type EvidenceRecord = RecordOf<EvidenceKind> | UnrecognisedRecord;

export interface UnrecognisedRecord {
  readonly kind: 'unrecognised';
  readonly predicateType: string;
  readonly subject: readonly Subject[];
}
