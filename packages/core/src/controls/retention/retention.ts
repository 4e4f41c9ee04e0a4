import type { Keeping } from '../../ports/keeping.ts';
import type { Assurance } from '../../ports/object-store.ts';
import { daysOfYears } from './retention-days.ts';

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

export interface Kept {
  /** What the registry asks for (`evidence.retention_years`). */
  readonly years: number;
  /** When the evidence was written, in UTC milliseconds. */
  readonly writtenAt: number;
  readonly assurance: Assurance;
  /** Until when the medium itself refuses to delete it, in UTC milliseconds; null where it does not say or does not refuse. */
  readonly lockedUntil: number | null;
  readonly keeping: Keeping;
}

export type Retention =
  | { readonly kind: 'kept'; readonly until: number }
  /** Nothing but good will keeps it: a folder on a disk, a bucket without a lock. */
  | { readonly kind: 'not-enforced'; readonly until: number }
  /** The ledger itself is an artifact of a run, which the platform deletes. */
  | { readonly kind: 'not-retained'; readonly until: number; readonly days: number | null }
  /** The lock ends before the registry allows it to. */
  | { readonly kind: 'too-short'; readonly until: number; readonly lockedUntil: number };

/** Whether evidence stays as long as the registry asks. `until`: the first moment at which it may go. */
export function checkRetention({ years, writtenAt, assurance, lockedUntil, keeping }: Kept): Retention {
  const until = writtenAt + daysOfYears(years) * MILLISECONDS_A_DAY;
  if (keeping.by === 'artifact') return { kind: 'not-retained', until, days: keeping.days };
  if (assurance !== 'locked' || lockedUntil === null) return { kind: 'not-enforced', until };
  return lockedUntil >= until ? { kind: 'kept', until } : { kind: 'too-short', until, lockedUntil };
}
