import type { RecordName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';

/** What was sealed before a time (UTC milliseconds), by the word of somebody other than who sealed it. */
export interface SealedBefore {
  slot(stream: StreamId, seq: number, time: number): boolean;
  /** `seq`: the slot that holds the record; null: none does. */
  record(stream: StreamId, name: RecordName, seq: number | null, time: number): boolean;
}

/** Where nobody shows it, nothing was. */
export const NOTHING_SEALED: SealedBefore = { slot: () => false, record: () => false };
