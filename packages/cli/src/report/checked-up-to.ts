import { outcomeOf, type StreamId, type StreamReading } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';

interface ReadStream {
  readonly stream: StreamId;
  /** Nothing was wrong with its slots. */
  readonly reading: StreamReading;
}

/**
 * Up to which slot of a stream a verification has just found every signature right; 0: not of all. Slots name each other and their records
 * by digest, so that those behind the same head are the same bytes.
 */
export function checkedUpTo({ stream, reading }: ReadStream, { streams, findings }: Verification): number {
  const isWholly = findings.every((one) => one.stream !== stream || outcomeOf(one) === 'allow');
  const head = streams.find((one) => one.stream === stream)?.head ?? null;
  if (head === null || !isWholly) return 0;
  return reading.slotDigest(head.slot) === head.digest ? head.slot : 0;
}
