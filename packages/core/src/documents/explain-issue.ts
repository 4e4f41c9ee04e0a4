import type * as v from 'valibot';
import { counted } from '../text/counted.ts';

type Issue = v.BaseIssue<unknown>;

/** One violation of a schema in the words of an error: where (RFC 6901 pointer), what was expected, what stood there. */
export interface ExplainedIssue {
  readonly problem: 'unknown-key' | 'missing-key' | 'wrong-value';
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
  /** The last name on the way: what a suggestion for an unknown key starts from. */
  readonly key: string;
}

/** Values in an error are for finding the place, not for copying documents into logs. */
const MOST_FOUND = 80;

/** Explains the first of a schema's issues; in a union, the one of the branch that was meant. */
export function explainIssue(issue: Issue): ExplainedIssue {
  const [meant, path] = descend(issue, keysOf(issue));
  if (isListForObject(meant)) return listForObject(path.slice(0, -1));
  const problem = meant.type !== 'strict_object' ? 'wrong-value' : problemOfObject(meant);
  return {
    problem,
    pointer: pointerTo(path),
    expected:
      problem === 'wrong-value' ? expectation(meant) : problem === 'unknown-key' ? 'no other key' : `the key ${meant.expected}`,
    found: problem === 'unknown-key' ? `the key ${shorten(JSON.stringify(path.at(-1) ?? ''))}` : received(meant, path),
    key: path.at(-1) ?? '',
  };
}

/** The schema library takes a list for an object with the keys 0, 1, 2, and speaks of those. */
const isListForObject = ({ type, path }: Issue): boolean => type === 'strict_object' && Array.isArray(path?.at(-1)?.input);

function listForObject(path: readonly string[]): ExplainedIssue {
  return { problem: 'wrong-value', pointer: pointerTo(path), expected: 'an object', found: 'a list', key: path.at(-1) ?? '' };
}

function received(issue: Issue, path: readonly string[]): string {
  const unit = unitOf(issue);
  if (unit !== null) return lengthIn(unit, issue.received);
  if (path.length === 0 && issue.received === 'null') return 'null, or an empty file';
  return shorten(inWords(issue.received));
}

/** What the length of a text or list is counted in; null for any other issue. */
function unitOf({ type, input }: Issue): 'character' | 'entry' | null {
  if (type !== 'max_length' && type !== 'min_length') return null;
  return typeof input === 'string' ? 'character' : 'entry';
}

function problemOfObject(issue: Issue): ExplainedIssue['problem'] {
  if (issue.expected === 'never') return 'unknown-key';
  return issue.path !== undefined && issue.received === 'undefined' ? 'missing-key' : 'wrong-value';
}

function descend(issue: Issue, path: readonly string[]): readonly [Issue, readonly string[]] {
  const meant = issue.type === 'union' ? branchMeant(issue.issues ?? []) : undefined;
  return meant === undefined ? [issue, path] : descend(meant, [...path, ...keysOf(meant)]);
}

/**
 * Every union here is a fact: `known: true` with a value first, `known: false` with a reason second, their issues in that order. The
 * branch whose `known` matched is the one that the writer meant.
 */
function branchMeant(issues: readonly Issue[]): Issue | undefined {
  const mismatches = issues.filter((issue) => issue.type === 'literal' && keysOf(issue).join() === 'known');
  const isUnknown = mismatches.length === 1 && mismatches[0]?.expected === 'true';
  return isUnknown ? issues.at(-1) : issues[0];
}

function keysOf(issue: Issue): readonly string[] {
  return issue.path?.map((item) => String(item.key)) ?? [];
}

function expectation(issue: Issue): string {
  // Our own checks carry their words in `message`; valibot's say "Invalid type: Expected …".
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const unit = unitOf(issue);
  const words = typeInWords(issue);
  return unit === null ? words : words.replace(/\d+$/, (bound) => lengthIn(unit, bound));
}

function typeInWords({ type, expected, input }: Issue): string {
  if (type === 'integer' || type === 'safe_integer') return 'a whole number';
  // Ids are digits, and YAML reads digits without quotes as a number.
  if (type === 'string' && ['number', 'boolean'].includes(typeof input)) return 'a text, in quotes';
  return inWords(expected ?? 'a value of another kind');
}

/** Valibot's names of types and bounds, for somebody who knows JSON or YAML and not our language. */
const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Object: 'an object',
  Array: 'a list',
  undefined: 'nothing',
};

function inWords(text: string): string {
  return (
    WORDS[text] ??
    text
      .replace(/^>=/, 'at least ')
      .replace(/^<=/, 'at most ')
      .replace(/^\((".*")\)$/, (_whole, choices: string) => choices.replaceAll(' | ', ' or '))
  );
}

function shorten(text: string): string {
  return text.length <= MOST_FOUND ? text : `${text.slice(0, MOST_FOUND)}…`;
}

const lengthIn = (unit: 'character' | 'entry', length: string): string =>
  counted(Number(length), unit, unit === 'entry' ? 'entries' : 'characters');

const pointerTo = (path: readonly string[]): string => path.map((key) => `/${escapeToken(key)}`).join('');

function escapeToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
