import { expect, it } from '@jest/globals';
import * as v from 'valibot';
import { explainIssue } from './explain-issue.ts';

const schema = v.strictObject({
  minimum: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20))),
  years: v.optional(v.pipe(v.number(), v.safeInteger())),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(9))),
  list: v.optional(v.pipe(v.array(v.string()), v.maxLength(1))),
  on: v.optional(v.boolean()),
  word: v.optional(v.picklist(['a', 'b'])),
  inner: v.optional(v.strictObject({ needed: v.string() })),
});

function explained(value: unknown): string {
  const { success, issues } = v.safeParse(schema, value);
  if (success) throw new Error('nothing to explain');
  const { problem, pointer, expected, found } = explainIssue(issues[0]);
  return `${problem} ${pointer || '/'}: ${expected}, not ${found}`;
}

it.each([
  [null, 'wrong-value /: an object, not null, or an empty file'],
  [['text'], 'wrong-value /: an object, not a list'],
  [{ inner: null }, 'wrong-value /inner: an object, not null'],
  [{ inner: [] }, 'wrong-value /inner: an object, not a list'],
  [{ inner: [{ needed: 'x' }] }, 'wrong-value /inner: an object, not a list'],
  [{ name: 'tenletters' }, 'wrong-value /name: at most 9 characters, not 10 characters'],
  [{ name: '' }, 'wrong-value /name: at least 1 character, not 0 characters'],
  [{ list: ['a', 'b'] }, 'wrong-value /list: at most 1 entry, not 2 entries'],
  ['text', 'wrong-value /: an object, not "text"'],
  [{ minimum: 2.5 }, 'wrong-value /minimum: a whole number, not 2.5'],
  [{ years: 1.5 }, 'wrong-value /years: a whole number, not 1.5'],
  [{ years: 1e300 }, 'wrong-value /years: a whole number, not 1e+300'],
  [{ minimum: 0 }, 'wrong-value /minimum: at least 1, not 0'],
  [{ minimum: 21 }, 'wrong-value /minimum: at most 20, not 21'],
  [{ minimum: '2' }, 'wrong-value /minimum: a number, not "2"'],
  [{ name: 7 }, 'wrong-value /name: a text, in quotes, not 7'],
  [{ name: true }, 'wrong-value /name: a text, in quotes, not true'],
  [{ name: null }, 'wrong-value /name: a text, not null'],
  [{ name: {} }, 'wrong-value /name: a text, not an object'],
  [{ list: {} }, 'wrong-value /list: a list, not an object'],
  [{ on: 'yes' }, 'wrong-value /on: true or false, not "yes"'],
  [{ word: 'c' }, 'wrong-value /word: "a" or "b", not "c"'],
  [{ inner: {} }, 'missing-key /inner/needed: the key "needed", not nothing'],
  [{ 'a/b': 1 }, 'unknown-key /a~1b: no other key, not the key "a/b"'],
])('says of %j what a person can act upon, in no library’s words', (value, words) => expect(explained(value)).toBe(words));
