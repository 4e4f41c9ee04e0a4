import { counted } from '../../text/counted.ts';
/** Evidence in an artifact of a run is no archive, and whoever reads its record or summary has to learn it there. */
export const notRetainedText = (days: number | null): string =>
  `not retained: GitHub deletes this after ${days === null ? 'a time that this run does not know' : counted(days, 'day')}`;
