import type { DigestChain } from './digest-chain.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';
import type { TrailScope } from './trail-scope.ts';

export interface Period {
  /** UTC milliseconds. */
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
/** A digest covers an hour and comes some minutes after it. */
const MOST_BEHIND = 2 * HOUR;
/** Log files come within minutes, now and then later; what comes too late for its digest goes into a backfill digest. */
const DELIVERY = HOUR;

/**
 * When events of this chain's region would be known, of what was asked for: from the oldest digest to an hour before the end of the
 * newest. Findings where that is less, because a removed tail leaves no other trace.
 */
export function coveredPeriod(
  { digests, trail, region }: DigestChain,
  { since, until }: TrailScope,
): { readonly period: Period | null; readonly findings: readonly TrailFinding[] } {
  const [newest, oldest] = [digests[0], digests.at(-1)];
  if (newest === undefined || oldest === undefined) return { period: null, findings: [] };
  const name = `${trail} in ${region}`;
  const late = newest.end < until - MOST_BEHIND;
  const early = since === null ? oldest.previous !== null : oldest.start > since;
  return {
    period: { from: Math.max(oldest.start, since ?? 0), to: newest.end - DELIVERY },
    findings: [
      ...(late ? [notCovered(name, 'The newest digest ends more than two hours before the end of the period.')] : []),
      ...(early ? [notCovered(name, 'The oldest digest begins after the period, or is not the first of the trail.')] : []),
    ],
  };
}

export const notCovered = (name: string, detail: string): TrailFinding =>
  trailFinding('missing', 'cloudtrail/not-covered', name, detail);
