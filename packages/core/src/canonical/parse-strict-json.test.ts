import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { describeCorpus } from '../../../../test/corpora.ts';
import { seededRandom } from '../../../testkit/src/text/seeded-random.ts';
import { ConfigurationError } from '../outcomes/failure.ts';
import { JSON_ANSWERS } from './fixtures/json-answers.ts';
import { randomJson } from './fixtures/random-json.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const utf8 = new TextEncoder();

function answer(bytes: Uint8Array): { code: string; at: string; value?: unknown } {
  try {
    return { code: 'accepted', at: '', value: parseStrictJson(bytes, { at: 'f' }) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { code: error.code, at: error.at };
  }
}

interface Case {
  readonly path: string;
  readonly expect: string;
  readonly base64: string;
}

describeCorpus('json-parsing', (folder) => {
  const lines = readFileSync(path.join(folder, 'cases.jsonl'), 'utf8').trim().split('\n');
  const cases = lines.map((line) => JSON.parse(line) as Case);
  const answers = new Map(cases.map((one) => [one.path, answer(Buffer.from(one.base64, 'base64'))]));
  const withExpectation = (word: string): Case[] => cases.filter((one) => one.expect.startsWith(word));

  it('accepts all 48 texts that every parser must accept, with the value that JSON.parse gives', () => {
    const accepted = withExpectation('accept');
    expect(accepted).toHaveLength(48);
    for (const one of accepted) expect([one.path, answers.get(one.path)?.value]).toEqual([one.path, JSON.parse(textOf(one))]);
  });

  it('refuses all 103 texts that every parser must refuse, each at a line and column', () => {
    const refused = withExpectation('reject');
    expect(refused).toHaveLength(103);
    for (const one of refused)
      expect([one.path, answers.get(one.path)]).toEqual([
        one.path,
        { code: expect.stringMatching(/^json\//), at: expect.stringMatching(/^f:\d+:\d+$/) },
      ]);
  });

  it('gives the committed answer to each of the 22 open and 9 ambiguous texts', () => {
    const open = [...withExpectation('either'), ...withExpectation('transform')];
    expect(open).toHaveLength(31);
    expect(Object.fromEntries(open.map((one) => [one.path, answers.get(one.path)?.code]))).toEqual(JSON_ANSWERS);
  });
});

describeCorpus('.', (root) => {
  it('reads the reports, SBOMs and attestations of all corpora as JSON.parse does, and refuses none that it can read', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:json|sarif|intoto|sigstore|bundle)$/.test(file),
    );
    let read = 0;
    for (const file of files) {
      const bytes = readFileSync(path.join(root, file));
      const native = nativeAnswer(bytes);
      const ours = answer(bytes);
      if (!isDeepStrictEqual([ours.code === 'accepted', ours.value], [native.accepted, native.value]))
        expect([file, ours]).toEqual([file, native]);
      if (native.accepted) read += 1;
    }
    expect(read).toBeGreaterThan(800);
  });
});

function nativeAnswer(bytes: Buffer): { accepted: boolean; value?: unknown } {
  try {
    return { accepted: true, value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    return { accepted: false };
  }
}

function textOf(one: Case): string {
  return Buffer.from(one.base64, 'base64').toString('utf8');
}

describe('what it refuses, and where', () => {
  const refusals: [string, string | number[], string][] = [
    ['json/duplicate-key', '{"a":1,\n  "a":2}', 'f:2:3'],
    ['json/duplicate-key', '{"a":1,"\\u0061":2}', 'f:1:8'],
    ['json/duplicate-key', '{"__proto__":1,"__proto__":2}', 'f:1:16'],
    ['json/lone-surrogate', '["\\ud800"]', 'f:1:3'],
    ['json/lone-surrogate', '["\\ud83d\\ud83d\\ude00"]', 'f:1:3'],
    ['json/lone-surrogate', '{"\\ude00":1}', 'f:1:3'],
    ['json/lone-surrogate', '"\\ude00\\ude00"', 'f:1:2'],
    ['json/lone-surrogate', [0x22, 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80, 0x22], 'f:1:2'], // CESU-8
    ['json/invalid-utf8', [0x5b, 0x0a, 0x22, 0xff, 0x22, 0x5d], 'f:2:2'],
    ['json/invalid-utf8', [0x22, 0xc3], 'f:1:2'],
    ['json/byte-order-mark', '\ufeff{}', 'f:1:1'],
    ['json/unexpected-character', '[\ufeff1]', 'f:1:2'],
    ['json/not-a-number', '[1, NaN]', 'f:1:5'],
    ['json/not-a-number', '-Infinity', 'f:1:1'],
    ['json/number-out-of-range', '{"cvss":1e400}', 'f:1:9'],
    ['json/number-out-of-range', '-1e-400', 'f:1:1'],
    ['json/inexact-integer', '{"id":9007199254740993}', 'f:1:7'],
    ['json/inexact-integer', '18446744073709551615', 'f:1:1'],
    ['json/number-syntax', '[01]', 'f:1:2'],
    ['json/number-syntax', '0x10', 'f:1:1'],
    ['json/control-character', '"a\tb"', 'f:1:3'],
    ['json/bad-escape', '"\\x41"', 'f:1:2'],
    ['json/bad-escape', '"\\u00"', 'f:1:2'],
    ['json/unexpected-end', '"a\\', 'f:1:4'],
    ['json/unexpected-end', '"a\\u00e', 'f:1:8'],
    ['json/trailing-content', '{}\n{}', 'f:2:1'],
    ['json/trailing-content', '{}\u0000', 'f:1:3'],
    ['json/unexpected-end', '', 'f:1:1'],
    ['json/unexpected-end', ' \n', 'f:2:1'],
    ['json/unexpected-end', '{"a":"b', 'f:1:8'],
    ['json/unexpected-character', '[1,]', 'f:1:4'],
    ['json/unexpected-character', "{'a':1}", 'f:1:2'],
    ['json/unexpected-character', '[1 // no\n]', 'f:1:4'],
    ['json/unexpected-character', '[\u00a01]', 'f:1:2'],
    ['json/too-deep', '['.repeat(129), 'f:1:129'],
  ];
  it.each(refusals)('%s: %j', (code, text, at) => {
    const bytes = typeof text === 'string' ? utf8.encode(text) : Uint8Array.from(text);
    expect(answer(bytes)).toEqual({ code, at });
  });

  it('keeps to the limits of the caller', () => {
    const read = (text: string): unknown => parseStrictJson(utf8.encode(text), { at: 'f', limits: { maxBytes: 8, maxDepth: 2 } });
    expect(read('[[1234]]')).toEqual([[1234]]);
    expect(() => read('[[12345]]')).toThrow(expect.objectContaining({ code: 'json/too-large' }));
    expect(() => read('[[[]]]')).toThrow(expect.objectContaining({ code: 'json/too-deep', at: 'f:1:3' }));
  });
});

it('makes __proto__ an ordinary member, so that no document hands out defaults for missing fields', () => {
  const value = parseStrictJson(utf8.encode('{"__proto__":{"admin":true}}'), { at: 'f' }) as Record<string, unknown>;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(value['admin']).toBeUndefined();
  expect(Object.keys(value)).toEqual(['__proto__']);
});

it('keeps integers that are written out again as the same digits, however large', () => {
  for (const text of [
    '9007199254740991',
    '-9007199254740992',
    '9007199254740994',
    '100000000000000000000',
    '295147905179352830000',
  ]) {
    expect(answer(utf8.encode(text))).toEqual({ code: 'accepted', at: '', value: Number(text) });
  }
});

describe('against JSON.parse', () => {
  it('never accepts what JSON.parse refuses and never reads another value, over 40,000 damaged texts', () => {
    let accepted = 0;
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seededRandom(seed);
      const whole = utf8.encode(JSON.stringify(randomJson(random), null, random.below(3)));
      for (let round = 0; round < 100; round += 1) {
        const bytes = Uint8Array.from(whole);
        bytes[random.below(bytes.length)] = random.pick([...utf8.encode('"\\{}[],:0123456789.eE+-u \n\t'), 0, 0x80, 0xed, 0xff]);
        const ours = answer(bytes);
        if (ours.code !== 'accepted') continue;
        accepted += 1;
        expect({ seed, round, value: ours.value }).toEqual({
          seed,
          round,
          value: JSON.parse(Buffer.from(bytes).toString('utf8')),
        });
      }
    }
    expect(accepted).toBeGreaterThan(4_000);
  });

  it.each([
    ['a string of escapes', `"${'\\u0041'.repeat(200_000)}"`],
    ['a number of a million digits', '1'.repeat(1_000_000)],
    ['a fraction of a million digits', `0.${'0'.repeat(1_000_000)}1`],
    ['a hundred thousand names', `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":0`).join(',')}}`],
    ['an error after a million lines', `[${'\n'.repeat(1_000_000)}x`],
    ['a bad byte at the end', `[${' '.repeat(1_000_000)}`],
  ])('spends less than a second on %s', (_, text) => {
    const bytes = Buffer.concat([utf8.encode(text), text.endsWith(' ') ? Uint8Array.of(0xff) : new Uint8Array()]);
    const microseconds = (): number => {
      const before = process.cpuUsage();
      answer(bytes);
      return process.cpuUsage(before).user; // of our own, whatever else the machine does
    };
    // What the process cleans up for others may fall into one of them.
    expect(Math.min(microseconds(), microseconds(), microseconds())).toBeLessThan(1_000_000);
  });
});
