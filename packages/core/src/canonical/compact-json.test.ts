import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../../../testkit/src/text/seeded-random.ts';
import { readCompactJson } from './compact-json.ts';
import { randomJson } from './fixtures/random-json.ts';
import { JsonReader } from './json-reader.ts';
import type { JsonValue } from './json-value.ts';

const DEPTH = 8;
const utf8 = new TextEncoder();
const DAMAGE = [...utf8.encode('"\\{}[],:0123456789.eE+-ud \n\t'), 0];

/** What the reader that looks at every character says; undefined: it refuses. */
function readClosely(text: string): JsonValue | undefined {
  try {
    return new JsonReader(text, { at: 'f', maxDepth: DEPTH }).read();
  } catch {
    return undefined;
  }
}

it('reads whatever JSON.stringify writes, as the reader does that looks at every character', () => {
  let read = 0;
  for (let seed = 0; seed < 3_000; seed += 1) {
    const text = JSON.stringify(randomJson(seededRandom(seed)));
    const value = readCompactJson(text, DEPTH);
    if (value === undefined) continue; // white space in a text near its beginning
    read += 1;
    expect({ seed, value }).toEqual({ seed, value: readClosely(text) });
  }
  expect(read).toBeGreaterThan(2_500);
});

it('never reads what that reader refuses, nor another value, over 60,000 damaged texts', () => {
  let read = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const random = seededRandom(seed);
    const whole = utf8.encode(JSON.stringify(randomJson(random)));
    for (let round = 0; round < 100; round += 1) {
      const bytes = Uint8Array.from(whole);
      bytes[random.below(bytes.length)] = random.pick(DAMAGE);
      const text = Buffer.from(bytes).toString('utf8');
      const value = readCompactJson(text, DEPTH);
      if (value === undefined) continue;
      read += 1;
      expect({ seed, round, value }).toEqual({ seed, round, value: readClosely(text) });
    }
  }
  expect(read).toBeGreaterThan(5_000);
});

describe('leaves to the other reader', () => {
  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, once in escapes', '{"a":1,"\\u0061":1}'],
    ['__proto__ twice', '{"__proto__":1,"__proto__":1}'],
    ['names that come in another order', '{"1":0,"0":0}'],
    ['half a pair', '["\\ud800"]'],
    ['half a pair behind a whole one', '{"a":"\\ud83d\\ude00\\ude00"}'],
    ['a number that no double holds', '[9007199254740993]'],
    ['a number too large', '[1e400]'],
    ['a number too small', '[1e-400]'],
    ['a zero below zero', '[-0]'],
    ['white space', '{"a": 1}'],
    ['white space at the end', '[1]\n'],
    ['an escape where none is needed', '["\\/"]'],
    ['a value too deep', '['.repeat(DEPTH + 1) + ']'.repeat(DEPTH + 1)],
    ['a value so deep that a stack would not hold it', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['a text of more than a megabyte', JSON.stringify('x'.repeat(1 << 20))],
    ['no text at all', ''],
    ['two values', '1 2'],
    ['no JSON', '{a:1}'],
  ])('%s', (_, text) => {
    expect(readCompactJson(text, DEPTH)).toBeUndefined();
  });
});

it('makes objects as that reader does: plain, with a member named __proto__ like any other', () => {
  const value = readCompactJson('{"__proto__":{"admin":true},"toJSON":1}', DEPTH) as Record<string, unknown>;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(value['admin']).toBeUndefined();
  expect(Object.keys(value)).toEqual(['__proto__', 'toJSON']);
});

it('takes what lies just as deep as it may', () => {
  expect(readCompactJson('['.repeat(DEPTH) + ']'.repeat(DEPTH), DEPTH)).toEqual(
    readClosely('['.repeat(DEPTH) + ']'.repeat(DEPTH)),
  );
});
