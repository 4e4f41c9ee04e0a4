import * as v from 'valibot';

const FORM = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;

/** A day or a second in UTC as epoch seconds. Any other zone, a missing zone and days that do not exist are refused. */
export const utcTime = v.pipe(
  v.string(),
  v.regex(FORM, 'a UTC day such as 2026-12-31 or a second such as 2026-12-31T12:00:00Z'),
  // Date.parse takes 2026-02-30 for 2 March: only what comes back unchanged exists.
  v.check((value) => exists(wholeSecond(value)), 'a day that exists'),
  v.transform((value) => Date.parse(wholeSecond(value)) / 1000),
);

function wholeSecond(value: string): string {
  return value.length === 'yyyy-mm-dd'.length ? `${value}T00:00:00Z` : value;
}

function exists(second: string): boolean {
  const time = Date.parse(second);
  return !Number.isNaN(time) && time >= 0 && new Date(time).toISOString() === second.replace('Z', '.000Z');
}
