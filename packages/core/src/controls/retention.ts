import type { Assurance } from '../ports/object-store.ts';

/** A retention year is 365 days: 7 years are 2,555 days (decisions.md, Evidence). */
const MILLISECONDS_PER_YEAR = 365 * 24 * 60 * 60 * 1000;

export interface Kept {
  /** What the registry asks for (`evidence.retention_years`). */
  readonly years: number;
  /** When the evidence was written, in UTC milliseconds. */
  readonly writtenAt: number;
  readonly assurance: Assurance;
  /** Until when the medium itself refuses to delete it, in UTC milliseconds; null where it does not say or does not refuse. */
  readonly lockedUntil: number | null;
}

export type Retention =
  | { readonly kind: 'kept'; readonly until: number }
  /** Nothing but good will keeps it: a folder on a disk, a bucket without a lock. */
  | { readonly kind: 'not-enforced'; readonly until: number }
  /** The lock ends before the registry allows it to. */
  | { readonly kind: 'too-short'; readonly until: number; readonly lockedUntil: number };

/** Whether evidence stays as long as the registry asks. `until`: the first moment at which it may go. */
export function checkRetention({ years, writtenAt, assurance, lockedUntil }: Kept): Retention {
  const until = writtenAt + years * MILLISECONDS_PER_YEAR;
  if (assurance !== 'locked' || lockedUntil === null) return { kind: 'not-enforced', until };
  return lockedUntil >= until ? { kind: 'kept', until } : { kind: 'too-short', until, lockedUntil };
}
