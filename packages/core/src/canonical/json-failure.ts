import { ConfigurationError } from '../outcomes/failure.ts';
import { textPosition } from './text-position.ts';

/** One code per way in which two readers could understand the same bytes differently, or one could be made to fall over. */
const REASONS = {
  'json/too-large': ['a JSON text within the size limit', 'Split the file, or have the tool write less detail.'],
  'json/byte-order-mark': ['UTF-8 without a byte-order mark (RFC 8259 8.1)', 'Save the file as plain UTF-8.'],
  'json/invalid-utf8': ['UTF-8 (RFC 8259 8.1)', 'Save the file as UTF-8.'],
  'json/lone-surrogate': [
    'only paired surrogates (RFC 7493 2.1)',
    'Remove the half character: hashes and databases disagree about it.',
  ],
  'json/unexpected-end': ['a complete JSON value', 'The file was cut off or is empty: write it again.'],
  'json/unexpected-character': [
    'JSON as RFC 8259 defines it',
    'Write the file with a JSON library: comments, single quotes and spare commas are no JSON.',
  ],
  'json/trailing-content': ['nothing after the value', 'Keep one JSON value per file; JSON lines must be read line by line.'],
  'json/not-a-number': ['a finite number, or null', 'JSON has no NaN and no Infinity: write null or leave the member out.'],
  'json/number-syntax': [
    'a number as RFC 8259 6 defines it',
    'Write digits without a plus sign, a leading zero or a bare decimal point.',
  ],
  'json/number-out-of-range': ['a number that an IEEE 754 double can hold (RFC 7493 2.2)', 'Write it as a string.'],
  'json/inexact-integer': [
    'an integer that an IEEE 754 double holds exactly (RFC 7493 2.2)',
    'Write it as a string: readers would round it differently.',
  ],
  'json/control-character': ['control characters escaped (RFC 8259 7)', 'Write it as \\u00XX.'],
  'json/bad-escape': ['one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX', 'Write a backslash itself as \\\\.'],
  'json/duplicate-key': [
    'each name once per object (RFC 7493 2.3)',
    'Remove one of the two: readers disagree about which one counts.',
  ],
  'json/too-deep': ['nesting within the depth limit', 'Flatten the document.'],
} as const;

export type JsonFailureCode = keyof typeof REASONS;

export interface JsonFailurePlace {
  readonly at: string;
  readonly text: string;
  readonly offset: number;
}

export function jsonFailure(code: JsonFailureCode, found: string, place: JsonFailurePlace): ConfigurationError {
  const [expected, doThis] = REASONS[code];
  return new ConfigurationError(code, { expected, found, at: textPosition(place.at, place.text, place.offset), doThis });
}
