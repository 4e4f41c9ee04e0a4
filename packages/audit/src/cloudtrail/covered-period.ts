import type { DigestChain } from './digest-chain.ts';
import { periodText, type Period } from './period.ts';
import { trailFinding, type TrailFinding } from './trail-finding.ts';
import type { TrailScope } from './trail-scope.ts';

const HOUR = 3_600_000;
/** A digest covers an hour and comes some minutes after it. */
const MOST_BEHIND = 2 * HOUR;
/** Log files come within minutes, now and then later; what comes too late for its digest goes into a backfill digest. */
const DELIVERY = HOUR;

/**
 * When events of this chain's region would be known, of what was asked for: from the oldest digest to an hour before the end of the
 * newest. Findings where that is less, because a removed tail leaves no other trace. No period where nothing would be known yet.
 */
export function coveredPeriod(
  { digests, trail, region }: DigestChain,
  { since, until }: TrailScope,
): { readonly period: Period | null; readonly findings: readonly TrailFinding[] } {
  const [newest, oldest] = [digests[0], digests.at(-1)];
  if (newest === undefined || oldest === undefined) return { period: null, findings: [] };
  const name = `${trail} in ${region}`;
  const findings: TrailFinding[] = [];
  if (since === null ? oldest.previous !== null : oldest.start > since) {
    const silence = { from: since ?? 0, to: oldest.start };
    findings.push(notCovered(name, silence, 'The oldest digest begins later, or is not the first of the trail.'));
  }
  if (newest.end < until - MOST_BEHIND) {
    const silence = { from: newest.end, to: until };
    findings.push(notCovered(name, silence, 'The newest digest ends more than two hours before the end of the period.'));
  }
  const period = { from: Math.max(oldest.start, since ?? 0), to: newest.end - DELIVERY };
  return { period: period.from < period.to ? period : null, findings };
}

export const notCovered = (name: string, silence: Period, detail: string): TrailFinding =>
  trailFinding('missing', 'cloudtrail/not-covered', name, detail, { found: periodText(silence) });
