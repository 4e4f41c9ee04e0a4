import type { JsonFailureCode } from './json-failure.ts';

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const RUN_ON = /[-+.0-9A-Za-z_]*/y;
const LOOKS_NUMERIC = /[-+.0-9]/;
const NOT_A_NUMBER = /^[-+]?(?:NaN|Infinity|inf|nan)$/;

/** 15 decimal digits survive a double (IEEE 754 DBL_DIG): only longer ones are worth a look. */
const ALWAYS_EXACT_DIGITS = 15;

export type JsonNumber =
  | { readonly kind: 'number'; readonly value: number; readonly end: number }
  | { readonly kind: 'refused'; readonly code: JsonFailureCode; readonly found: string }
  | { readonly kind: 'not-numeric' };

/** The number that starts at `offset`, if a double can hold it without lying about it. */
export function readJsonNumber(text: string, offset: number): JsonNumber {
  NUMBER.lastIndex = offset;
  const end = NUMBER.test(text) ? NUMBER.lastIndex : offset;
  RUN_ON.lastIndex = offset;
  RUN_ON.test(text);
  if (RUN_ON.lastIndex > end || end === offset) return notJson(text.slice(offset, RUN_ON.lastIndex));
  const literal = text.slice(offset, end);
  const value = Number(literal);
  if (!Number.isFinite(value)) return { kind: 'refused', code: 'json/number-out-of-range', found: shorten(literal) };
  if (value === 0 && isNotZero(literal)) return { kind: 'refused', code: 'json/number-out-of-range', found: shorten(literal) };
  if (!keepsItsValue(literal, value)) return { kind: 'refused', code: 'json/inexact-integer', found: shorten(literal) };
  return { kind: 'number', value, end };
}

function notJson(word: string): JsonNumber {
  if (NOT_A_NUMBER.test(word)) return { kind: 'refused', code: 'json/not-a-number', found: word };
  if (LOOKS_NUMERIC.test(word.charAt(0))) return { kind: 'refused', code: 'json/number-syntax', found: shorten(word) };
  return { kind: 'not-numeric' };
}

function isNotZero(literal: string): boolean {
  return /^-?[0.]*[1-9]/.test(literal);
}

/**
 * Does an integer, written out again by RFC 8785, name the same number? A reader with exact integers (Go, Python, Rego) then sees what
 * was signed. Beyond 2^53 this leaves 100000000000000000000 and refuses 9007199254740993. A fraction or an exponent announces a double.
 */
function keepsItsValue(literal: string, value: number): boolean {
  if (literal.length <= ALWAYS_EXACT_DIGITS || /[.eE]/.test(literal)) return true;
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '') === literal.replace('-', '').replace(/0+$/, '');
}

/** A literal may be a megabyte long; the error that shows it may not. */
function shorten(literal: string): string {
  return literal.length <= 40 ? literal : `${literal.slice(0, 40)}… (${literal.length} characters)`;
}
