import { InvalidArgumentError } from 'commander';
import { given } from './given.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * A UTC day or time as milliseconds. As an end, a day means the midnight after it: `--to 2026-12-31` holds what happened on that day.
 * No other form is taken: `Date` would read a time without a zone as the machine's own.
 */
export function instant(text: string, side: unknown = 'start'): number {
  const value = given(text);
  const milliseconds = DAY.test(value) || TIME.test(value) ? Date.parse(value) : Number.NaN;
  // Date.parse turns 31 February into 3 March: such a day does not exist and must not pass for another.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== value.slice(0, 10))
    throw new InvalidArgumentError('It is no UTC day (2026-11-30) or time (2026-11-30T12:00:00Z).');
  return DAY.test(value) && side === 'end' ? milliseconds + MILLISECONDS_A_DAY : milliseconds;
}
