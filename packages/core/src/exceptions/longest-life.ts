import type { Severity } from '../facts/words.ts';

export const DAY = 86_400;

/** How long an exception may be in force, in seconds, by what it excuses (policy.md 5). What nobody could rank is ranked worst. */
export const LONGEST_LIFE: Readonly<Record<Severity, number>> = {
  critical: 7 * DAY,
  unknown: 7 * DAY,
  high: 30 * DAY,
  medium: 90 * DAY,
  low: 90 * DAY,
  none: 90 * DAY,
};

const WORST_FIRST: readonly Severity[] = ['critical', 'unknown', 'high', 'medium', 'low', 'none'];

export function worstSeverity(...severities: readonly Severity[]): Severity {
  return WORST_FIRST.find((severity) => severities.includes(severity)) ?? 'unknown';
}
