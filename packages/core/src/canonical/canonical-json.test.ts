import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { describeCorpus } from '../../../../test/corpora.ts';
import { seededRandom, type SeededRandom } from '../../../testkit/src/text/seeded-random.ts';
import { canonicalJson } from './canonical-json.ts';
import { es6NumberSequence } from './fixtures/es6-number-sequence.ts';
import { randomJson } from './fixtures/random-json.ts';
import type { JsonValue } from './json-value.ts';
import { parseStrictJson } from './parse-strict-json.ts';

const textOf = (value: JsonValue): string => new TextDecoder().decode(canonicalJson(value));
const read = (bytes: Uint8Array): JsonValue => parseStrictJson(bytes, { at: 'f' });

describeCorpus('jcs', (folder) => {
  it.each(['structures', 'unicode', 'values'])('writes the published bytes of %s', (name) => {
    const written = Buffer.from(canonicalJson(read(readFileSync(path.join(folder, 'input', `${name}.json`)))));
    expect(written.toString('utf8')).toBe(readFileSync(path.join(folder, 'output', `${name}.json`), 'utf8'));
    expect(written.toString('hex')).toBe(readFileSync(path.join(folder, 'outhex', `${name}.txt`), 'utf8').replaceAll(/\s/g, ''));
  });

  const numbers = JSON.parse(readFileSync(path.join(folder, 'es6-numbers.json'), 'utf8')) as {
    readonly samples: Readonly<Record<string, string>>;
    readonly checksums: readonly { readonly lines: number; readonly bytes: number; readonly sha256: string }[];
  };

  it('writes the sample numbers', () => {
    const written = Object.keys(numbers.samples).map((hex) => [
      hex,
      textOf(Buffer.from(hex.padStart(16, '0'), 'hex').readDoubleBE()),
    ]);
    expect(Object.fromEntries(written)).toEqual(numbers.samples);
  });

  it('writes 100,000 numbers as the published checksums want them, and reads each back', () => {
    const hash = createHash('sha256');
    const reached: unknown[] = [];
    let lines = 0;
    let bytes = 0;
    for (const value of es6NumberSequence()) {
      const text = textOf(value);
      if (read(canonicalJson(value)) !== value) throw new Error(`${text} was read back as another number`);
      const line = `${bitsOf(value)},${text}\n`;
      hash.update(line);
      lines += 1;
      bytes += line.length;
      if (numbers.checksums.some((sum) => sum.lines === lines)) reached.push({ lines, bytes, sha256: hash.copy().digest('hex') });
      if (reached.length === numbers.checksums.length) break;
    }
    expect(reached).toEqual(numbers.checksums);
  });
});

function bitsOf(value: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes.readBigUInt64BE().toString(16);
}

describe('laws over 5,000 seeded values', () => {
  const values = Array.from({ length: 5_000 }, (_, seed) => ({ seed, value: randomJson(seededRandom(seed)) }));

  const seedsWhere = (broken: (value: JsonValue, seed: number) => boolean): number[] =>
    values.filter(({ seed, value }) => broken(value, seed)).map(({ seed }) => seed);

  it('loses nothing: what was written is read back the same', () => {
    expect(seedsWhere((value) => !isDeepStrictEqual(read(canonicalJson(value)), value))).toEqual([]);
  });

  it('gives one byte string per value, however its members were ordered and its text was spaced', () => {
    const spaced = (value: JsonValue, seed: number) => JSON.stringify(shuffled(value, seededRandom(seed)), null, 2);
    const respelt = (value: JsonValue, seed: number) => textOf(read(new TextEncoder().encode(spaced(value, seed))));
    expect(seedsWhere((value, seed) => respelt(value, seed) !== textOf(value))).toEqual([]);
  });

  it('writes what the library writes, whether the names stand in order already or not', () => {
    const orders = (value: JsonValue, seed: number) => [value, read(canonicalJson(value)), shuffled(value, seededRandom(seed))];
    const differs = (value: JsonValue, seed: number) => orders(value, seed).some((one) => textOf(one) !== canonicalize(value));
    expect(seedsWhere(differs)).toEqual([]);
  });

  it('changes nothing that is canonical already', () => {
    const changes = (bytes: Uint8Array) => !Buffer.from(canonicalJson(read(bytes))).equals(bytes);
    expect(seedsWhere((value) => changes(canonicalJson(value)))).toEqual([]);
  });
});

function shuffled(value: JsonValue, random: SeededRandom): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => ({
    rank: random.fraction(),
    name,
    member: shuffled(member, random),
  }));
  return Object.fromEntries(entries.sort((one, other) => one.rank - other.rank).map(({ name, member }) => [name, member]));
}

describe('what it refuses to sign instead of writing something else', () => {
  const inside: unknown[] = [];
  inside.push(inside);
  const refusals: [string, unknown, string][] = [
    ['NaN', { a: [Number.NaN] }, 'value#/a/0'],
    ['Infinity', -Infinity, 'value#'],
    ['undefined, which the library drops', { a: 1, b: undefined }, 'value#/b'],
    ['a hole, which the library turns into null', [1, , 2], 'value#/1'],
    ['a bigint', { 'a/b': 1n }, 'value#/a~1b'],
    ['a function', { f: () => 1 }, 'value#/f'],
    ['a date, which the library turns into text', new Date(0), 'value#'],
    ['bytes', { payload: new Uint8Array(2) }, 'value#/payload'],
    ['a map', new Map([['a', 1]]), 'value#'],
    ['a toJSON of its own', { toJSON: () => 'other' }, 'value#/toJSON'],
    ['a member named by a symbol', { [Symbol('s')]: 1 }, 'value#'],
    ['a lone surrogate', ['\ud800'], 'value#/0'],
    ['a lone surrogate in a name', { '\udc00': 1 }, 'value#'],
    ['a value inside itself', inside, `value#${'/0'.repeat(20)}`],
  ];
  it.each(refusals)('%s', (_, value, at) => {
    expect(() => canonicalJson(value as JsonValue)).toThrow(
      expect.objectContaining({ code: 'canonical/not-json', outcome: 'deny', at }),
    );
  });

  it('takes one object in two places: only a circle is refused', () => {
    const shared = { a: 1 };
    expect(textOf([shared, shared])).toBe('[{"a":1},{"a":1}]');
  });
});
