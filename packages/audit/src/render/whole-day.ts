const MILLISECONDS_A_DAY = 86_400_000;

/** `2026-12-01` where a period begins with a UTC day; null: within one. */
export const dayStarting = (from: number): string | null => (from % MILLISECONDS_A_DAY === 0 ? day(from) : null);

/** `2026-12-31` where a period ends with a UTC day, as people say it: `to` is the first moment outside. Null: it ends within one. */
export const dayEnding = (to: number): string | null => (to % MILLISECONDS_A_DAY === 0 ? day(to - MILLISECONDS_A_DAY) : null);

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
