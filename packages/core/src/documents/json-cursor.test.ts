import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../outcomes/index.ts';
import type { JsonValue } from '../canonical/json-value.ts';
import { JsonCursor } from './json-cursor.ts';

const over = (document: JsonValue) =>
  JsonCursor.over(document, { file: 'a.json', code: 'report/shape', doThis: 'write it again' });

function refusal(act: () => unknown): ConfigurationError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('a cursor over a document that somebody else wrote', () => {
  it('names the place of a wrong value, however deep, so that a person finds it in a report of 10 MB', () => {
    const document = over({ runs: [{}, { 'a/b~c': [{}, { level: 42 }] }] });
    const inner = document.objects('runs')?.[1]?.objects('a/b~c')?.[1];
    const error = refusal(() => inner?.text('level'));
    expect(error.at).toBe('a.json#/runs/1/a~1b~0c/1/level');
    expect(error.expected).toBe('a text');
    expect(error.found).toBe('the number 42');
  });

  it('never takes one type for another', () => {
    const samples: readonly JsonValue[] = ['x', 1, 1.5, true, [], ['x'], [{}], {}];
    const readers = { text: [0], integer: [1], boolean: [3], objects: [4, 6], texts: [4, 5], object: [7] } as const;
    for (const [name, accepted] of Object.entries(readers)) {
      samples.forEach((sample, index) => {
        const read = () => over({ m: sample })[name as keyof typeof readers]('m');
        if ((accepted as readonly number[]).includes(index)) expect(read).not.toThrow();
        else expect(refusal(read).at).toMatch(/^a\.json#\/m/);
      });
    }
  });

  it('takes null for absent and absent for null, and never for a value', () => {
    for (const document of [over({ m: null }), over({})]) {
      expect([document.text('m'), document.integer('m'), document.boolean('m'), document.object('m')]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect([document.objects('m'), document.texts('m')]).toEqual([null, null]);
      expect(() => document.requiredText('m')).toThrow(ConfigurationError);
      expect(() => document.requiredObject('m')).toThrow(ConfigurationError);
    }
  });

  it('does not see what objects inherit, when a document chooses the name', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect(over({}).raw(name)).toBeUndefined();
      expect(over({}).object(name)).toBeNull();
    }
  });

  it('refuses a document that is no object at all', () => {
    for (const document of [null, [], 'x', 0]) expect(refusal(() => over(document)).at).toBe('a.json#');
  });
});
