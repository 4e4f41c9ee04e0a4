import { InvalidArgumentError } from 'commander';

const MOST_DAYS = 36_500; // the longest that S3 locks

/** For how long an object is locked. */
export function days(text: string): number {
  const number = /^[1-9][0-9]{0,4}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= MOST_DAYS) return number;
  throw new InvalidArgumentError(`A whole number of days from 1 to ${MOST_DAYS}.`);
}
