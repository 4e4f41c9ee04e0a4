import { notRetainedText } from './not-retained-text.ts';
import type { Retention } from './retention.ts';

/** One clause for people. Days, because a lock is counted in days; UTC, because evidence is read elsewhere. */
export function retentionText(retention: Retention): string {
  const day = (at: number): string => `${new Date(at).toISOString().slice(0, 10)} UTC`;
  switch (retention.kind) {
    case 'kept':
      return `kept until ${day(retention.until)}, enforced by the ledger`;
    case 'not-enforced':
      return `to be kept until ${day(retention.until)}; this ledger does not enforce it`;
    case 'not-retained':
      return `to be kept until ${day(retention.until)}, but ${notRetainedText(retention.days)}`;
    case 'too-short':
      return `to be kept until ${day(retention.until)}, but the lock ends on ${day(retention.lockedUntil)}`;
  }
}
