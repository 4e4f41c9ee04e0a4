import type { Sha256 } from '../../../canonical/digest.ts';
import type { PlatformStanding } from '../../../platform/platform-standing.ts';
import type { ObjectKey, ObjectMetadata, VersionId } from '../../../ports/object-store.ts';
import type { AcknowledgedFinding } from '../../stored/acknowledgement.ts';
import type { BlobName, PointerName, RecordName } from '../../layout.ts';
import type { NamedCheckpoint } from '../../stored/named-checkpoint.ts';
import type { Pointer } from '../../stored/pointer.ts';
import type { RunWord } from '../../stored/run-word.ts';
import type { Slot } from '../../stored/slot.ts';
import type { StreamId } from '../../stream-id.ts';
import type { SignatureProblem } from '../../trust/vouching.ts';

/**
 * The dear half of verifying: read an object, hash it, check its signature. Free of order, so that it can run on several cores. Answers
 * come in the order of the targets.
 */
export interface Inspector {
  inspect<K extends InspectedKind>(
    kind: K,
    stream: StreamId,
    targets: readonly TargetOf<K>[],
  ): Promise<readonly InspectionOf<K>[]>;
}

/** What can be inspected: how it is named, and what an inspection of it says. */
interface Inspections {
  readonly slot: { readonly name: number; readonly inspection: SlotInspection };
  readonly record: { readonly name: RecordName; readonly inspection: RecordInspection };
  readonly blob: { readonly name: BlobName; readonly inspection: BlobInspection };
  readonly pointer: { readonly name: PointerName; readonly inspection: PointerInspection };
}

export type InspectedKind = keyof Inspections;
export type TargetOf<K extends InspectedKind> = Target<Inspections[K]['name']>;
export type InspectionOf<K extends InspectedKind> = Inspections[K]['inspection'];

/** An object, and which of its versions counts; null where the store keeps none. */
export interface Target<Name> {
  readonly name: Name;
  readonly version: VersionId | null;
}

export type Unread = { readonly state: 'unreadable' | 'hidden' | 'absent'; readonly why: string };

/** What a verifier needs of a slot: little, because it may come from another thread. */
export interface ReadSlot extends Pick<Slot, 'seq' | 'prev' | 'floor' | 'entries' | 'adopted'> {
  readonly state: 'read';
  readonly digest: Sha256;
  /** digestOfNames of `recent`. */
  readonly recent: Sha256;
  /** What is wrong with the signature; null: right, or nobody asked. */
  readonly problem: SignatureProblem | null;
  /** UTC milliseconds: the signature is right after all if the slot was sealed before; null: no seal helps it. */
  readonly rightIfSealedBefore: number | null;
}

export type SlotInspection = Unread | { readonly state: 'void'; readonly digest: Sha256 } | ReadSlot;

export type RecordInspection = Unread | { readonly state: 'altered'; readonly digest: Sha256 } | UnsignedRecord | RightRecord;

export interface UnsignedRecord {
  readonly state: 'unsigned';
  readonly digest: Sha256;
  readonly problem: SignatureProblem;
  readonly platform: PlatformStanding;
  /** What it is after all if it was sealed before that time (UTC milliseconds); null: no seal helps it. */
  readonly ifSealed: { readonly before: number; readonly record: RightRecord } | null;
}

/** Bytes, form and (with keys) signature are right. `blob`: the document in the ledger that the record names. */
export interface RightRecord {
  readonly state: 'right';
  readonly acknowledgement: AcknowledgedFinding | null;
  readonly blob: ObjectKey | null;
  /** The original that the record says was kept outside of the ledger. */
  readonly attachment: Sha256 | null;
  readonly run: RunWord | null;
  readonly checkpoint: NamedCheckpoint | null;
  readonly platform: PlatformStanding;
  /** How it is kept, if its kind is kept longer than others; null: of a kind that is not. */
  readonly longer: KeptLonger | null;
}

/** How a record is kept whose kind is kept longer. */
export interface KeptLonger {
  readonly kind: string;
  /** Null: the store does not say. */
  readonly kept: Kept | null;
}

export type Kept = Pick<ObjectMetadata, 'created' | 'lock'>;

export type BlobInspection =
  Unread | { readonly state: 'altered'; readonly digest: Sha256 } | { readonly state: 'right'; readonly kept: Kept | null };

export type PointerInspection =
  | Unread
  /** No text that a writer puts under this name, whatever the stream holds. */
  | { readonly state: 'altered'; readonly digest: Sha256 }
  /** An announcement, and its bytes are the ones. */
  | { readonly state: 'announces' }
  /** To the record of its name. Whether it stands there only the stream tells. */
  | { readonly state: 'points'; readonly digest: Sha256; readonly pointer: Pointer };
