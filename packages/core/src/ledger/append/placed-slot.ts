import type { Sha256 } from '../../canonical/digest.ts';
import type { ObjectStore, VersionId } from '../../ports/object-store.ts';
import { digestOfName, type RecordName } from '../layout.ts';
import type { SequencedReceipt } from '../stored/receipt.ts';
import type { Slot } from '../stored/slot.ts';

/** A slot that lies in the store for good. */
export interface PlacedSlot {
  readonly slot: Slot;
  readonly digest: Sha256;
  readonly version: VersionId | null;
}

/** For the record that stands at `index` of the slot's entries. */
export function sequencedReceipt(
  { uri, assurance }: ObjectStore,
  { slot, digest, version }: PlacedSlot,
  index: number,
  name: RecordName,
): SequencedReceipt {
  return {
    version: 1,
    kind: 'sequenced',
    ledger: uri,
    assurance,
    stream: slot.stream,
    record: digestOfName(name),
    record_name: name,
    slot: slot.seq,
    position: index + 1,
    slot_digest: digest,
    version_id: version,
  };
}
