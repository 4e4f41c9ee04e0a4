import type { Assurance } from '../ports/object-store.ts';

/** A retention year is 365 days: 7 years are 2,555 days (decisions.md, Ledger). */
const DAYS_IN_A_YEAR = 365;

export type Retention =
  /** The store cannot be made to forget earlier. */
  | { readonly state: 'held'; readonly days: number; readonly says: string }
  | { readonly state: 'too-short'; readonly days: number; readonly says: string }
  /** Nothing but people keeps the evidence: a fact for every report, not a failure of the ledger. */
  | { readonly state: 'not-enforced'; readonly days: number; readonly says: string };

/** What `evidence.retention_years` of the registry asks for, held against what the store enforces (`lockedDays`; null: nothing). */
export function retentionOf(years: number, assurance: Assurance, lockedDays: number | null): Retention {
  const days = years * DAYS_IN_A_YEAR;
  if (assurance !== 'locked' || lockedDays === null) {
    const says = `${years} years are asked for; this ledger enforces none: whoever owns the folder can delete it`;
    return { state: 'not-enforced', days, says };
  }
  if (lockedDays < days)
    return { state: 'too-short', days, says: `${days} days are asked for; objects are locked for ${lockedDays}` };
  return { state: 'held', days, says: `objects are locked for ${lockedDays} days; ${days} are asked for` };
}
