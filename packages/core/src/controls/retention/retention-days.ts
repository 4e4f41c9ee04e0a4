/** A retention year is 365 days: 7 years are 2,555 days (decisions.md, Ledger). */
export const daysOfYears = (years: number): number => years * 365;

/** For how long evidence is kept where nobody says anything else. */
export const DEFAULT_RETENTION_DAYS = daysOfYears(7);
