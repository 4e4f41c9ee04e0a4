import type { RecordName } from '../layout.ts';
import type { StreamId } from '../stream-id.ts';

/** The slot that something is, or that holds it; of a record that is in none, its name. */
export type SealedPlace = number | RecordName;

/** By when what was sealed, by the word of somebody other than who sealed it. */
export interface SealTimes {
  /** UTC milliseconds by which somebody outside says that a seal over it was there; null: nobody does. */
  sealedBy(stream: StreamId, place: SealedPlace): number | null;
}

/** Witnesses (C2SP tlog-cosignature) and most time authorities tell whole seconds, and leave out what is behind them. */
const TOLD_TO = 1_000;

/** `time`: UTC milliseconds. False where nobody shows it. */
export function isSealedBefore(time: number, times: SealTimes, stream: StreamId, place: SealedPlace): boolean {
  const sealed = times.sealedBy(stream, place);
  return sealed !== null && sealed + TOLD_TO <= time;
}
