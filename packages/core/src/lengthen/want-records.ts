import { digestOfName, recordKey, slotKey } from '../ledger/layout.ts';
import type { LongerRecord } from './longer-records.ts';
import type { WantedLocks } from './wanted-locks.ts';

/** Wants these records, and what stands beside each: the slot that puts it in order, the document that it names, who vouches for it. */
export function wantRecords(records: readonly LongerRecord[], wanted: WantedLocks): void {
  for (const { stream, name, slot, blob, kind, until } of records) {
    const lock = { kind, until };
    wanted.object(recordKey(stream, name), lock);
    if (slot !== null) wanted.object(slotKey(stream, slot), lock);
    if (blob !== null) wanted.object(blob, lock);
    wanted.receiptsOf(stream, digestOfName(name), lock);
  }
}
