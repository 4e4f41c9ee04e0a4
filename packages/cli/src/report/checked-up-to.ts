import { outcomeOf, type StreamId, type StreamReading, type TrustFile } from '@proofrail/core/ledger';
import type { Verification } from '@proofrail/core/verification';

interface ReadStream {
  readonly stream: StreamId;
  /** Nothing was wrong with its slots. */
  readonly reading: StreamReading;
}

/**
 * Up to which slot of a stream a verification has just found every signature right; 0: not of all. Slots name each other and their records
 * by digest, so that those behind the same head are the same bytes. Where a key was stolen it is not enough: a seal may have saved what
 * it signed.
 */
export function checkedUpTo(
  { stream, reading }: ReadStream,
  { streams, findings }: Verification,
  trust: TrustFile | undefined,
): number {
  const isWholly = findings.every((one) => one.stream !== stream || outcomeOf(one) === 'allow');
  const isStolen = trust?.record_keys.some((key) => key.compromised_from !== undefined) ?? false;
  const head = streams.find((one) => one.stream === stream)?.head ?? null;
  if (head === null || !isWholly || isStolen) return 0;
  return reading.slotDigest(head.slot) === head.digest ? head.slot : 0;
}
